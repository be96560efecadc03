package io.patchbay.authorization.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.authorization.Authorization;
import io.patchbay.authorization.Authorization.Arrival;
import io.patchbay.authorization.Authorization.Departure;
import io.patchbay.authorization.AuthorizationId;
import io.patchbay.authorization.Target;
import io.patchbay.authorization.WordHash;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.PersonId;
import io.patchbay.persistence.Moments;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.CompanyId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an attempt's row. */
final class AuthorizationRow {

    static final String COLUMNS = """
            it.company_id, it.id, it.person_id, it.api_token_id, it.draft_id, it.connector_id, it.instance_id, \
            it.credentials_id, it.key_hash, it.started_at, it.expires_at, it.state_hash, it.binding_hash, \
            it.redirect_address, it.verifier_secret_id, it.used_at, it.arrived_kind, it.arrived_id, it.account, \
            it.account_before""";

    private AuthorizationRow() {}

    static Authorization read(ResultSet row, int number) throws SQLException {
        return new Authorization(
                new AuthorizationId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                startedBy(row),
                target(row),
                new CredentialsId(row.getObject("credentials_id", UUID.class)),
                new WordHash(row.getString("key_hash")),
                Moments.read(row, "started_at"),
                Moments.read(row, "expires_at"),
                departure(row),
                Moments.readNullable(row, "used_at"),
                arrival(row));
    }

    static @Nullable UUID person(DraftOwner owner) {
        return owner instanceof DraftOwner.OfPerson(var id) ? id.value() : null;
    }

    static @Nullable UUID token(DraftOwner owner) {
        return owner instanceof DraftOwner.OfToken(var id) ? id.value() : null;
    }

    static @Nullable UUID draft(Target target) {
        return target instanceof Target.OfDraft(var id) ? id.value() : null;
    }

    static @Nullable UUID connector(Target target) {
        return target instanceof Target.OfConnector(var id) ? id.value() : null;
    }

    static @Nullable UUID instance(Target target) {
        return target instanceof Target.OfInstance(var id) ? id.value() : null;
    }

    private static DraftOwner startedBy(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return person == null
                ? new DraftOwner.OfToken(new ApiTokenId(row.getObject("api_token_id", UUID.class)))
                : new DraftOwner.OfPerson(new PersonId(person));
    }

    private static Target target(ResultSet row) throws SQLException {
        var draft = row.getObject("draft_id", UUID.class);
        if (draft != null) {
            return new Target.OfDraft(new DraftId(draft));
        }
        var connector = row.getObject("connector_id", UUID.class);
        return connector == null
                ? new Target.OfInstance(new AccessId(row.getObject("instance_id", UUID.class)))
                : new Target.OfConnector(new AccessId(connector));
    }

    private static @Nullable Departure departure(ResultSet row) throws SQLException {
        var state = row.getString("state_hash");
        return state == null
                ? null
                : new Departure(
                        new WordHash(state),
                        new WordHash(row.getString("binding_hash")),
                        URI.create(row.getString("redirect_address")),
                        new SecretId(row.getObject("verifier_secret_id", UUID.class)));
    }

    private static @Nullable Arrival arrival(ResultSet row) throws SQLException {
        var kind = row.getString("arrived_kind");
        return kind == null
                ? null
                : new Arrival(
                        SetupKind.valueOf(kind),
                        new AccessId(Objects.requireNonNull(row.getObject("arrived_id", UUID.class))),
                        row.getString("account"),
                        row.getString("account_before"));
    }
}
