package io.patchbay.credential.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.credential.CredentialEnd;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.modulith.NamedInterface;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credentials in a {@code jsonb} column: {@code {"id", "method", "values": [{"key", "value"} or {"key", "secret"}], "ends": [{"key", "at",
 * "exact"}]}}, without ends where none are known. The values are a list because jsonb forgets the order of an object's keys. A
 * secret is only pointed to.
 */
@NamedInterface("persistence")
public record CredentialsColumn(
        UUID id,
        String method,
        List<Value> values,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<End> ends) {

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
    }

    record End(String key, String at, boolean exact) {}

    /** What is written to the column. */
    public static SqlParameterValue of(Credentials credentials) {
        var values = credentials.values().entrySet().stream()
                .map(it -> Value.of(it.getKey(), it.getValue()))
                .toList();
        // In a steady order, because a check compares the whole column with what it was made of.
        var ends = credentials.ends().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new End(
                        it.getKey(),
                        it.getValue().at().toString(),
                        it.getValue().exact()))
                .toList();
        // Without a type PostgreSQL takes the column's own, which the driver has no word for.
        return new SqlParameterValue(
                Types.OTHER,
                JSON.writeValueAsString(
                        new CredentialsColumn(credentials.id().value(), credentials.method(), values, ends)));
    }

    /** What the column's text means. Read token by token, at half the price of binding: every row of a list comes by here. */
    public static Credentials read(String column) {
        try (var parser = JSON.createParser(column)) {
            UUID id = null;
            String method = null;
            var values = new LinkedHashMap<String, CredentialValue>();
            var ends = new HashMap<String, CredentialEnd>();
            parser.nextToken();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "id" -> id = UUID.fromString(parser.getString());
                    case "method" -> method = parser.getString();
                    case "values" -> readValues(parser, values);
                    case "ends" -> readEnds(parser, ends);
                    default -> parser.skipChildren();
                }
            }
            return new Credentials(
                    new CredentialsId(Objects.requireNonNull(id)), Objects.requireNonNull(method), values, ends);
        }
    }

    private static void readValues(JsonParser parser, Map<String, CredentialValue> values) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            String key = null;
            CredentialValue value = null;
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var text = parser.nextStringValue();
                switch (name) {
                    case "key" -> key = text;
                    case "value" -> value = new CredentialValue.Plain(Objects.requireNonNull(text));
                    case "secret" ->
                        value = new CredentialValue.Hidden(new SecretId(UUID.fromString(Objects.requireNonNull(text))));
                    default -> parser.skipChildren();
                }
            }
            values.put(Objects.requireNonNull(key), Objects.requireNonNull(value));
        }
    }

    private static void readEnds(JsonParser parser, Map<String, CredentialEnd> ends) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            String key = null;
            Instant at = null;
            var exact = false;
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var token = parser.nextToken();
                switch (name) {
                    case "key" -> key = parser.getString();
                    case "at" -> at = Instant.parse(parser.getString());
                    case "exact" -> exact = token == JsonToken.VALUE_TRUE;
                    default -> parser.skipChildren();
                }
            }
            ends.put(Objects.requireNonNull(key), new CredentialEnd(Objects.requireNonNull(at), exact));
        }
    }
}
