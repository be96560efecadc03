package io.patchbay.credential.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import io.patchbay.credential.SecretKeys.Owner;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EncryptionKeysApiTests extends ApiTest {

    private static final String KEYS = "{ encryptionKeys { dataKey masterKey masterKeyIsCurrent dataKeyMadeAt"
            + " newestRotation { startedAt finishedAt total done failed } } }";

    @Test
    void areNobodysButTheFirstCompanys() {
        ask(KEYS).path("encryptionKeys").valueIsNull();

        var answer = ask("mutation { rotateEncryptionKeys { encryptionKeys { dataKey } userErrors { code } } }");

        assertThat(codes(answer, "rotateEncryptionKeys")).containsExactly("NOT_ALLOWED");
        assertThat(codes(
                        ask("mutation { verifyEncryptionKeys { checked userErrors { code } } }"),
                        "verifyEncryptionKeys"))
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void areRotatedWhileProgressIsShown() {
        actAs(world.anna);
        var before =
                ask(KEYS).path("encryptionKeys.dataKey").entity(String.class).get();

        ask("mutation { rotateEncryptionKeys { encryptionKeys { dataKey } userErrors { code } } }")
                .path("rotateEncryptionKeys.encryptionKeys.dataKey")
                .entity(String.class)
                .isNotEqualTo(before);

        world.keys.goOn(40);
        ask(KEYS).path("encryptionKeys.newestRotation").matchesJson("""
                {"total": 100, "done": 40, "failed": 0, "finishedAt": null}
                """);
    }

    @Test
    void tellWhichSecretsOfTheOwnCompanyCannotBeRead() {
        actAs(world.anna);
        world.keys.lose(world.acme.id(), new Owner(Owner.Kind.CONNECTOR, UUID.randomUUID(), "Shop"));
        world.keys.lose(me.companyId(), new Owner(Owner.Kind.CONNECTOR, UUID.randomUUID(), "Another company's"));

        var answer = ask("mutation { verifyEncryptionKeys { checked unreadableInAll"
                + " unreadable { reason connectorId instanceId } userErrors { code } } }");

        answer.path("verifyEncryptionKeys.unreadable[*].reason")
                .entityList(String.class)
                .isEqualTo(List.of("KEY_MISSING"));
        answer.path("verifyEncryptionKeys.unreadable[0].connectorId").hasValue();
        answer.path("verifyEncryptionKeys.unreadable[0].instanceId").valueIsNull();
    }
}
