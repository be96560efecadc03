package io.patchbay.idempotency.api;

import io.patchbay.idempotency.Fingerprints;
import io.patchbay.idempotency.RepeatableRequests;
import io.patchbay.identity.CurrentViewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    GraphQlSourceBuilderCustomizer repeatableMutations(
            RepeatableRequests requests,
            Fingerprints fingerprints,
            CurrentViewer currentViewer,
            ObjectProvider<DataFetcherExceptionResolver> resolvers) {
        var problems = DataFetcherExceptionResolver.createExceptionHandler(
                resolvers.orderedStream().toList());
        var mutations = new RepeatableMutations(requests, new RequestText(fingerprints, currentViewer), problems);
        return source -> source.configureGraphQl(graphQl -> graphQl.mutationExecutionStrategy(mutations));
    }
}
