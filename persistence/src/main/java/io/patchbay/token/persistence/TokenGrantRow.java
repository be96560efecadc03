package io.patchbay.token.persistence;

import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenTrouble;
import io.patchbay.token.Upkeep;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a grant from its row. */
final class TokenGrantRow {

    // Whether a lease has ended is the database's to say: the clocks of nodes differ.
    static final String COLUMNS = """
            it.company_id, it.credentials_id, it.version, it.access_token, it.refresh_token, it.account, it.scopes, \
            it.issued_at, it.expires_at, it.refresh_expires_at, it.base_url, it.renew_at, it.lease_owner, \
            it.lease_until <= clock_timestamp() as lease_ended, it.sent_at, it.trouble, it.attempts, it.retry_at, \
            it.used_at""";

    private TokenGrantRow() {}

    static SequencedMap<String, @Nullable Object> columns(TokenGrant.Kept tokens, Upkeep upkeep) {
        var refreshToken = tokens.refreshToken();
        var baseUrl = tokens.baseUrl();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("access_token", tokens.accessToken().value());
        columns.put("refresh_token", refreshToken == null ? null : refreshToken.value());
        columns.put("account", tokens.account());
        columns.put("scopes", tokens.scopes().toArray(String[]::new));
        columns.put("issued_at", Moments.toColumn(tokens.issuedAt()));
        columns.put("expires_at", Moments.toNullableColumn(tokens.expiresAt()));
        columns.put("refresh_expires_at", Moments.toNullableColumn(tokens.refreshExpiresAt()));
        columns.put("base_url", baseUrl == null ? null : baseUrl.toString());
        columns.put("renew_at", Moments.toNullableColumn(tokens.renewAt()));
        columns.put("ahead_at", Moments.toNullableColumn(upkeep.aheadAt()));
        columns.put("keep_alive_at", Moments.toNullableColumn(upkeep.keepAliveAt()));
        columns.put("ends_at", Moments.toNullableColumn(upkeep.endsAt()));
        return columns;
    }

    static TokenGrant read(ResultSet row, int number) throws SQLException {
        return new TokenGrant(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new CredentialsId(row.getObject("credentials_id", UUID.class)),
                row.getLong("version"),
                tokens(row),
                lease(row),
                setback(row),
                Moments.read(row, "used_at"));
    }

    private static TokenGrant.@Nullable Kept tokens(ResultSet row) throws SQLException {
        var accessToken = secret(row, "access_token");
        var baseUrl = row.getString("base_url");
        return accessToken == null
                ? null
                : new TokenGrant.Kept(
                        accessToken,
                        secret(row, "refresh_token"),
                        row.getString("account"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        Moments.read(row, "issued_at"),
                        Moments.readNullable(row, "expires_at"),
                        Moments.readNullable(row, "refresh_expires_at"),
                        baseUrl == null ? null : URI.create(baseUrl),
                        Moments.readNullable(row, "renew_at"));
    }

    private static TokenGrant.@Nullable Lease lease(ResultSet row) throws SQLException {
        var owner = row.getObject("lease_owner", UUID.class);
        return owner == null
                ? null
                : new TokenGrant.Lease(owner, row.getBoolean("lease_ended"), row.getObject("sent_at") != null);
    }

    private static TokenGrant.@Nullable Setback setback(ResultSet row) throws SQLException {
        var trouble = row.getString("trouble");
        return trouble == null
                ? null
                : new TokenGrant.Setback(
                        TokenTrouble.valueOf(trouble),
                        row.getInt("attempts"),
                        Objects.requireNonNull(Moments.readNullable(row, "retry_at")));
    }

    private static @Nullable SecretId secret(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new SecretId(id);
    }
}
