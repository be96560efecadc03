package io.patchbay.api.document;

import io.patchbay.shared.Deadline;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives every request its time. Fields that come too late are errors; those that were finished before are answered. Of a
 * subscription only the beginning counts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
@EnableConfigurationProperties(TimeLimit.Setting.class)
class TimeLimit implements WebGraphQlInterceptor {

    private final Duration limit;

    TimeLimit(Setting setting) {
        this.limit = setting.timeout();
    }

    /**
     * How long a request may take; docs/operate.md says more.
     *
     * @param timeout at least a second
     */
    @ConfigurationProperties("patchbay.graphql")
    record Setting(Duration timeout) {

        Setting {
            if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("PATCHBAY_GRAPHQL_TIMEOUT is at least 1s, not " + timeout);
            }
        }
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        // Fields are fetched on this thread before the future is handed out, so the deadline is on their thread.
        return Mono.deferContextual(context -> Deadline.within(
                limit,
                () -> Mono.fromFuture(chain.next(request).contextWrite(context).toFuture())));
    }
}
