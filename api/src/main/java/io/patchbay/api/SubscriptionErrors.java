package io.patchbay.api;

import graphql.GraphQLError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Says of what keeps a subscription from beginning, or ends it, what {@link ErrorResolver} says of fields. */
@Component
class SubscriptionErrors extends SubscriptionExceptionResolverAdapter {

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable problem) {
        return ErrorResolver.resolved(problem, null);
    }
}
