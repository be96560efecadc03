package io.patchbay.credential.persistence;

import io.patchbay.credential.SecretId;
import io.patchbay.credential.SecretStore;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EncryptedSecretStore implements SecretStore {

    private final JdbcClient jdbc;
    private final DataKeys keys;

    EncryptedSecretStore(JdbcClient jdbc, DataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public SecretId keep(CompanyId company, Secret secret) {
        var id = SecretId.next();
        var row = SecretRow.of(company, id, secret, keys.primary());
        jdbc.sql("""
                insert into secret (company_id, id, version, data_key_id, ciphertext, created_at)
                values (?, ?, ?, ?, ?, now())
                """)
                .params(row.companyId(), row.id(), row.version(), row.dataKeyId(), row.ciphertext())
                .update();
        return id;
    }

    @Override
    public Secret reveal(CompanyId company, SecretId id) {
        var row = jdbc.sql(SecretRow.SELECT + " where company_id = ? and id = ?")
                .params(company.value(), id.value())
                .query(SecretRow::read)
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no secret " + id.value()));
        return row.decrypt(keys.aead(row.dataKeyId()));
    }

    @Override
    public void forget(CompanyId company, Collection<SecretId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("delete from secret where company_id = :company and id in (:ids)")
                .param("company", company.value())
                .param("ids", ids.stream().map(SecretId::value).toList())
                .update();
    }
}
