package io.patchbay.credential.api;

import io.patchbay.api.Answer;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.credential.KeyCare;
import io.patchbay.credential.SecretKeys;
import io.patchbay.credential.SecretKeys.Owner;
import io.patchbay.credential.SecretKeys.Unreadable;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class EncryptionKeysController {

    private final KeyCare care;

    EncryptionKeysController(KeyCare care) {
        this.care = care;
    }

    @QueryMapping
    SecretKeys.@Nullable State encryptionKeys() {
        return Answer.orNull(care.state());
    }

    @MutationMapping
    RotationPayload rotateEncryptionKeys() {
        var outcome = care.rotate();
        return new RotationPayload(Answer.orNull(outcome), outcome.refusals());
    }

    @MutationMapping
    VerificationPayload verifyEncryptionKeys() {
        return VerificationPayload.of(care.verify());
    }

    @SchemaMapping(typeName = "UnreadableSecret")
    @Nullable
    String connectorId(Unreadable unreadable) {
        return id(unreadable, Owner.Kind.CONNECTOR, NodeType.CONNECTOR);
    }

    @SchemaMapping(typeName = "UnreadableSecret")
    @Nullable
    String instanceId(Unreadable unreadable) {
        return id(unreadable, Owner.Kind.INSTANCE, NodeType.INSTANCE);
    }

    private static @Nullable String id(Unreadable unreadable, Owner.Kind kind, NodeType type) {
        var owner = unreadable.owner();
        return owner == null || owner.kind() != kind ? null : GlobalId.of(type, owner.id());
    }

    record RotationPayload(SecretKeys.@Nullable State encryptionKeys, List<Refusal> userErrors) implements Payload {}

    record VerificationPayload(
            @Nullable Long checked,
            @Nullable Long unreadableInAll,
            @Nullable List<Unreadable> unreadable,
            List<Refusal> userErrors)
            implements Payload {

        static VerificationPayload of(Outcome<SecretKeys.Verification> outcome) {
            var found = Answer.orNull(outcome);
            return found == null
                    ? new VerificationPayload(null, null, null, outcome.refusals())
                    : new VerificationPayload(
                            found.checked(), found.unreadableInAll(), found.unreadable(), outcome.refusals());
        }
    }
}
