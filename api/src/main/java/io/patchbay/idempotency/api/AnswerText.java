package io.patchbay.idempotency.api;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as text and back. */
final class AnswerText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private AnswerText() {}

    static String write(Map<String, Object> answer) {
        return JSON.writeValueAsString(answer);
    }

    static Map<String, Object> read(String text) {
        return JSON.readValue(text, new TypeReference<>() {});
    }

    /** The same text for equal values, in whatever order their parts came. */
    static String canonical(Object value) {
        return SORTED.writeValueAsString(value);
    }
}
