package io.patchbay.live.api;

import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import org.springframework.web.socket.TextMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages that name their document by its hash (automatic persisted queries): Spring takes none without a document. */
record HashedDocuments(JsonMapper json) {

    private static final String CLAIM = "persistedQuery";

    /** The message with a mark where its document would stand; any other message as it is. */
    TextMessage completed(TextMessage message) {
        return message.getPayload().contains(CLAIM) ? marked(message) : message;
    }

    private TextMessage marked(TextMessage message) {
        try {
            var read = json.readTree(message.getPayload());
            if (read.path("payload") instanceof ObjectNode payload
                    && !payload.hasNonNull("query")
                    && payload.path("extensions").has(CLAIM)) {
                payload.put("query", PersistedQuerySupport.PERSISTED_QUERY_MARKER);
                return new TextMessage(json.writeValueAsString(read));
            }
            return message;
        } catch (JacksonException unreadable) {
            return message;
        }
    }
}
