package io.patchbay.credential.persistence;

import io.patchbay.credential.SecretKeys.Owner;
import io.patchbay.credential.SecretKeys.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What needs which secret. Reads everything there is, so it is for the rare case that something is wrong. */
final class SecretOwners {

    private static final String SELECT = """
            with wanted as (select cast(unnest(:secrets) as text) as id)
            select wanted.id as secret, access.kind, access.id, access.name
                from system_access as access
                    cross join jsonb_array_elements(access.credentials -> 'values') as held
                    join wanted on wanted.id = held ->> 'secret'
            union all
            select wanted.id, access.kind, access.id, access.name
                from token_grant as token
                    join wanted on wanted.id in (cast(token.access_token as text), cast(token.refresh_token as text))
                    join system_access as access on access.company_id = token.company_id
                        and access.credentials ->> 'id' = cast(token.credentials_id as text)
            union all
            select wanted.id, 'DRAFT', draft.id, null
                from draft
                    cross join jsonb_array_elements(draft.credentials -> 'values') as held
                    join wanted on wanted.id = held ->> 'secret'
            """;

    private SecretOwners() {}

    /** The same with their owners. */
    static List<Unreadable> named(JdbcClient jdbc, List<Unreadable> unreadable) {
        if (unreadable.isEmpty()) {
            return unreadable;
        }
        var owners = owners(jdbc, unreadable);
        return unreadable.stream()
                .map(it -> new Unreadable(
                        it.company(),
                        it.secret(),
                        it.reason(),
                        owners.get(it.secret().value())))
                .toList();
    }

    private static Map<UUID, Owner> owners(JdbcClient jdbc, List<Unreadable> unreadable) {
        var secrets = unreadable.stream().map(it -> it.secret().value()).toArray(UUID[]::new);
        var owners = new HashMap<UUID, Owner>();
        jdbc.sql(SELECT).param("secrets", secrets).query(row -> {
            owners.put(
                    UUID.fromString(row.getString("secret")),
                    new Owner(
                            Owner.Kind.valueOf(row.getString("kind")),
                            row.getObject("id", UUID.class),
                            row.getString("name")));
        });
        return owners;
    }
}
