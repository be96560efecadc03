package io.patchbay.idempotency.persistence;

import io.patchbay.credential.SecretId;
import io.patchbay.credential.SecretStore;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.idempotency.Fingerprints;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * HMAC-SHA-256 under a key that each company has of its own. The keys stand among the secrets, so they are encrypted as all of
 * them are, and come along when the data key changes. Thread-safe.
 */
@Component
class SecretFingerprints implements Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final SecretStore secrets;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    private final Map<CompanyId, SecretKeySpec> known = new ConcurrentHashMap<>();

    SecretFingerprints(JdbcClient jdbc, SecretStore secrets, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String of(CompanyId company, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(known.computeIfAbsent(company, this::key));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private SecretKeySpec key(CompanyId company) {
        var id = find(company).or(() -> {
            make(company);
            return find(company);
        });
        return new SecretKeySpec(
                Base64.getDecoder().decode(readable(company, id.orElseThrow()).reveal()), ALGORITHM);
    }

    /** Where the key cannot be decrypted another one takes its place: what was done under it is not done again, but refused. */
    private Secret readable(CompanyId company, SecretId id) {
        try {
            return secrets.reveal(company, id);
        } catch (UnreadableSecret lost) {
            replace(company, id);
            return secrets.reveal(company, find(company).orElseThrow());
        }
    }

    private Optional<SecretId> find(CompanyId company) {
        return jdbc.sql("select secret_id from fingerprint_key where company_id = ?")
                .param(company.value())
                .query(UUID.class)
                .optional()
                .map(SecretId::new);
    }

    private void replace(CompanyId company, SecretId lost) {
        transaction.executeWithoutResult(status -> {
            var id = secrets.keep(company, fresh());
            var replaced = jdbc.sql("""
                    update fingerprint_key set secret_id = ? where company_id = ? and secret_id = ?
                    """)
                    .params(id.value(), company.value(), lost.value())
                    .update();
            if (replaced == 0) {
                status.setRollbackOnly();
            } else {
                secrets.forget(company, List.of(lost));
            }
        });
    }

    private Secret fresh() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new Secret(Base64.getEncoder().encodeToString(bytes));
    }

    /** Another node may be doing the same right now: the first one wins, and nothing of the other stays. */
    private void make(CompanyId company) {
        transaction.executeWithoutResult(status -> {
            var id = secrets.keep(company, fresh());
            var made = jdbc.sql("""
                    insert into fingerprint_key (company_id, secret_id) values (?, ?) on conflict do nothing
                    """).params(company.value(), id.value()).update();
            if (made == 0) {
                status.setRollbackOnly();
            }
        });
    }
}
