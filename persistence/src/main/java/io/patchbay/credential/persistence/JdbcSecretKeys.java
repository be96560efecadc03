package io.patchbay.credential.persistence;

import io.patchbay.credential.SecretId;
import io.patchbay.credential.SecretKeys;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.shared.CompanyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcSecretKeys implements SecretKeys {

    private static final int PORTION = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final KeyRotation rotation;

    JdbcSecretKeys(JdbcClient jdbc, DataKeys keys, KeyRotation rotation) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.rotation = rotation;
    }

    @Override
    public State state() {
        var primary =
                keys.rows().stream().filter(DataKeyRow::primary).findFirst().orElseThrow();
        return new State(
                KeyIds.of(primary.id()),
                primary.createdAt(),
                primary.masterKeyId(),
                primary.masterKeyId().equals(keys.owners().current().id()),
                RotationRow.newest(jdbc).orElse(null));
    }

    @Override
    public void rotate() {
        rotation.begin();
    }

    @Override
    public Verification verify() {
        long checked = 0;
        long unreadable = 0;
        var listed = new ArrayList<Unreadable>();
        var last = Optional.<SecretRow>empty();
        do {
            var portion = after(last);
            for (var row : portion) {
                checked++;
                var found = reasonAgainst(row);
                if (found.isPresent() && ++unreadable <= Verification.MOST_LISTED) {
                    listed.add(
                            new Unreadable(new CompanyId(row.companyId()), new SecretId(row.id()), found.get(), null));
                }
            }
            last = portion.size() < PORTION ? Optional.empty() : Optional.of(portion.getLast());
        } while (last.isPresent());
        return new Verification(checked, SecretOwners.named(jdbc, listed), unreadable);
    }

    private List<SecretRow> after(Optional<SecretRow> last) {
        return jdbc.sql(SecretRow.SELECT + " where (company_id, id) > (?, ?) order by company_id, id limit " + PORTION)
                .params(
                        last.map(SecretRow::companyId).orElse(BEFORE_ALL),
                        last.map(SecretRow::id).orElse(BEFORE_ALL))
                .query(SecretRow::read)
                .list();
    }

    private Optional<UnreadableSecret.Reason> reasonAgainst(SecretRow row) {
        try {
            row.decrypt(keys.aead(row.dataKeyId()));
            return Optional.empty();
        } catch (UnreadableSecret unreadable) {
            return Optional.of(unreadable.reason());
        }
    }
}
