package io.patchbay.api.document;

import graphql.GraphQLContext;
import graphql.language.OperationDefinition.Operation;
import java.util.EnumSet;
import java.util.Set;

/** How a request came, which settles what it may do. */
public enum Transport {
    /** By HTTP's GET, which must not change anything. */
    GET(EnumSet.of(Operation.QUERY)),
    /** By HTTP's POST; so does every request of which nothing else is said. */
    POST(EnumSet.of(Operation.QUERY, Operation.MUTATION)),
    /** By HTTP, for a stream of events. */
    EVENT_STREAM(EnumSet.of(Operation.SUBSCRIPTION)),
    /** By WebSocket. */
    WEB_SOCKET(EnumSet.allOf(Operation.class));

    private final Set<Operation> operations;

    Transport(Set<Operation> operations) {
        this.operations = operations;
    }

    boolean carries(Operation operation) {
        return operations.contains(operation);
    }

    static Transport of(GraphQLContext context) {
        return context.getOrDefault(Transport.class, POST);
    }
}
