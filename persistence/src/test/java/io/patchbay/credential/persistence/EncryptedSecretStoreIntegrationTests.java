package io.patchbay.credential.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.credential.SecretId;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncryptedSecretStoreIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final MasterKeySource KEY = Keys.given(MasterKey.random());

    private final EncryptedSecretStore secrets =
            new EncryptedSecretStore(TABLES.jdbc(), DataKeys.open(TABLES.jdbc(), KEY));
    private final CompanyId company = TABLES.company();

    @Test
    void givesBackWhatWasKept() {
        var secret = new Secret(" s\u00e9same\n\ud83d\udd11 ");

        var id = secrets.keep(company, secret);

        assertThat(secrets.reveal(company, id)).isEqualTo(secret);
    }

    @Test
    void givesBackWhatAnotherNodeKept() {
        var id = new EncryptedSecretStore(TABLES.jdbc(), DataKeys.open(TABLES.jdbc(), KEY))
                .keep(company, new Secret("sesame"));

        assertThat(secrets.reveal(company, id)).isEqualTo(new Secret("sesame"));
    }

    @Test
    void keepsNothingThatCanBeRead() {
        secrets.keep(company, new Secret("open-sesame-open-sesame"));

        for (var bytes : ciphertexts()) {
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("sesame");
        }
    }

    @Test
    void encryptsTheSameTwiceDifferently() {
        secrets.keep(company, new Secret("twice"));
        secrets.keep(company, new Secret("twice"));

        assertThat(ciphertexts()).doesNotHaveDuplicates();
    }

    @Test
    void refusesAlteredBytes() {
        var id = secrets.keep(company, new Secret("sesame"));

        change("ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1)", id);

        assertAltered(company, id);
    }

    @Test
    void refusesARowMovedToAnotherCompany() {
        var id = secrets.keep(company, new Secret("sesame"));
        var other = TABLES.company();

        change("company_id = '" + other.value() + "'", id);

        assertAltered(other, id);
    }

    @Test
    void refusesARowMovedToAnotherSecret() {
        var id = secrets.keep(company, new Secret("sesame"));
        var other = SecretId.next();

        change("id = '" + other.value() + "'", id);

        assertAltered(company, other);
    }

    @Test
    void refusesAnotherVersion() {
        var id = secrets.keep(company, new Secret("sesame"));

        change("version = 2", id);

        assertAltered(company, id);
    }

    @Test
    void revealsNothingToAnotherCompany() {
        var id = secrets.keep(company, new Secret("sesame"));
        var stranger = TABLES.company();

        secrets.forget(stranger, List.of(id));

        assertThatThrownBy(() -> secrets.reveal(stranger, id)).isInstanceOf(IllegalStateException.class);
        assertThat(secrets.reveal(company, id)).isEqualTo(new Secret("sesame"));
    }

    @Test
    void destroysWhatIsForgotten() {
        var id = secrets.keep(company, new Secret("sesame"));

        secrets.forget(company, List.of(id, SecretId.next()));

        assertThatThrownBy(() -> secrets.reveal(company, id)).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> secrets.forget(company, List.of())).doesNotThrowAnyException();
    }

    private void assertAltered(CompanyId owner, SecretId id) {
        assertThatThrownBy(() -> secrets.reveal(owner, id))
                .isInstanceOf(UnreadableSecret.class)
                .hasMessageContaining("altered")
                .hasMessageNotContaining("sesame");
    }

    private void change(String assignment, SecretId id) {
        TABLES.jdbc()
                .sql("update secret set " + assignment + " where id = ?")
                .param(id.value())
                .update();
    }

    private List<byte[]> ciphertexts() {
        return TABLES.jdbc()
                .sql("select ciphertext from secret where company_id = ?")
                .param(company.value())
                .query((row, number) -> row.getBytes("ciphertext"))
                .list();
    }
}
