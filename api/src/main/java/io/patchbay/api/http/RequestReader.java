package io.patchbay.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a GraphQL request from the body of a POST or from the parameters of a GET, and takes nothing for what it is not: a
 * number is no query, and a key that is given twice is none.
 */
@Component
class RequestReader implements HttpMessageConverter<SerializableGraphQlRequest> {

    static final int MAX_BYTES = 1 << 20;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Bodies bodies;

    RequestReader(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type == SerializableGraphQlRequest.class;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public SerializableGraphQlRequest read(Class<? extends SerializableGraphQlRequest> type, HttpInputMessage message)
            throws IOException {
        var request = ((ServletServerHttpRequest) message).getServletRequest();
        return request(request.getMethod().equals("GET") ? parameters(request) : body(request));
    }

    @Override
    public void write(SerializableGraphQlRequest request, @Nullable MediaType type, HttpOutputMessage message) {
        throw new UnsupportedOperationException("Requests are only read");
    }

    private Map<String, Object> body(HttpServletRequest request) throws IOException {
        if (isCompressed(request)) {
            throw NotGraphQl.compressed();
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw NotGraphQl.tooLarge(MAX_BYTES, request.getContentLengthLong());
        }
        return bodies.read(request.getInputStream(), MAX_BYTES, this::fields);
    }

    private Map<String, Object> fields(byte[] body) {
        return switch (firstSign(body)) {
            case '{' -> object(body);
            case '[' -> throw batch(body);
            default -> throw NotGraphQl.badRequest(HttpProblem.SEND_AN_OBJECT);
        };
    }

    private static boolean isCompressed(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    private static int firstSign(byte[] body) {
        for (var sign : body) {
            if (!Character.isWhitespace(sign)) {
                return sign;
            }
        }
        return 0;
    }

    private Map<String, Object> object(byte[] body) {
        try {
            return json.readValue(body, OBJECT);
        } catch (JacksonException unreadable) {
            throw NotGraphQl.badRequest(HttpProblem.SEND_AN_OBJECT);
        }
    }

    private NotGraphQl batch(byte[] body) {
        try {
            // An array of one is no batch, but no request either.
            return json.readTree(body) instanceof JsonNode requests && requests.isArray() && requests.size() > 1
                    ? NotGraphQl.batch(requests.size())
                    : NotGraphQl.badRequest(HttpProblem.SEND_AN_OBJECT);
        } catch (JacksonException unreadable) {
            return NotGraphQl.badRequest(HttpProblem.SEND_AN_OBJECT);
        }
    }

    private Map<String, Object> parameters(HttpServletRequest request) {
        var parameters = new HashMap<String, Object>();
        for (var name : List.of("query", "operationName")) {
            var value = parameter(request, name);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        for (var name : List.of("variables", "extensions")) {
            var value = parameter(request, name);
            if (value != null && !value.isEmpty()) {
                parameters.put(name, fields(name, value));
            }
        }
        return parameters;
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        var values = values(request, name);
        if (values != null && values.length > 1) {
            throw NotGraphQl.badRequest("Give " + name + " only once");
        }
        return values == null ? null : values[0];
    }

    private static String @Nullable [] values(HttpServletRequest request, String name) {
        try {
            return request.getParameterValues(name);
        } catch (IllegalStateException undecodable) {
            throw NotGraphQl.badRequest(
                    "The parameters of the address cannot be read: encode them as UTF-8 in per cent");
        }
    }

    private Map<String, Object> fields(String name, String value) {
        try {
            if (json.readValue(value, Object.class) instanceof Map<?, ?> fields) {
                return stringKeys(fields);
            }
        } catch (JacksonException unreadable) {
            // Said below, for what is no object as for what is no JSON.
        }
        throw mustBe(name, "a JSON object");
    }

    private static SerializableGraphQlRequest request(Map<String, Object> fields) {
        var request = new SerializableGraphQlRequest();
        var query = text(fields, "query");
        Map<String, Object> extensions = object(fields, "extensions");
        if (query != null) {
            request.setQuery(query);
        } else if (!extensions.containsKey("persistedQuery")) {
            throw NotGraphQl.badRequest(HttpProblem.SEND_AN_OBJECT);
        }
        request.setOperationName(text(fields, "operationName"));
        request.setVariables(object(fields, "variables"));
        request.setExtensions(extensions);
        return request;
    }

    private static @Nullable String text(Map<String, Object> fields, String name) {
        return switch (fields.get(name)) {
            case null -> null;
            case String text -> text;
            default -> throw mustBe(name, "a string");
        };
    }

    private static <V extends @Nullable Object> Map<String, V> object(Map<String, Object> fields, String name) {
        return switch (fields.get(name)) {
            case null -> Map.of();
            case Map<?, ?> object -> stringKeys(object);
            default -> throw mustBe(name, "an object");
        };
    }

    @SuppressWarnings("unchecked")
    private static <V extends @Nullable Object> Map<String, V> stringKeys(Map<?, ?> object) {
        return (Map<String, V>) object;
    }

    private static NotGraphQl mustBe(String name, String what) {
        return NotGraphQl.badRequest("The request's " + name + " must be " + what);
    }
}
