package io.patchbay.credential.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.modulith.NamedInterface;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credentials in a {@code jsonb} column: {@code {"id", "method", "values": [{"key", "value"} or {"key", "secret"}]}}. The values are
 * a list because jsonb forgets the order of an object's keys. A secret is only pointed to.
 */
@NamedInterface("persistence")
public record CredentialsColumn(UUID id, String method, List<Value> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            String key, @Nullable String value, @Nullable UUID secret) {

        static Value of(String key, CredentialValue value) {
            return switch (value) {
                case CredentialValue.Plain(var text) -> new Value(key, text, null);
                case CredentialValue.Hidden(var secret) -> new Value(key, null, secret.value());
            };
        }

        CredentialValue toDomain() {
            return secret == null
                    ? new CredentialValue.Plain(Objects.requireNonNull(value))
                    : new CredentialValue.Hidden(new SecretId(secret));
        }
    }

    /** What is written to the column. */
    public static SqlParameterValue of(Credentials credentials) {
        var values = credentials.values().entrySet().stream()
                .map(it -> Value.of(it.getKey(), it.getValue()))
                .toList();
        // Without a type PostgreSQL takes the column's own, which the driver has no word for.
        return new SqlParameterValue(
                Types.OTHER,
                JSON.writeValueAsString(new CredentialsColumn(credentials.id().value(), credentials.method(), values)));
    }

    /** What the column's text means. */
    public static Credentials read(String column) {
        var read = JSON.readValue(column, CredentialsColumn.class);
        var values = new LinkedHashMap<String, CredentialValue>();
        read.values().forEach(it -> values.put(it.key(), it.toDomain()));
        return new Credentials(new CredentialsId(read.id()), read.method(), values);
    }
}
