package io.patchbay.live.api;

import io.patchbay.api.ErrorCode;
import io.patchbay.live.api.LiveConnections.Connection;
import io.patchbay.live.api.LiveConnections.Farewell;
import io.patchbay.shared.RequestId;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.ServerResponse.SseBuilder;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * One stream of server-sent events. Takes one result after another, each when the one before is written.
 *
 * <p>Nothing is written after the container was told that the stream is over, and the container is kept waiting until a write
 * is: a write that fails late would leave its failure to whoever gets the container's response object next. Spring's own
 * guard against that (of its {@code StandardServletAsyncWebRequest}) does not hold for functional endpoints.
 */
final class EventStream extends BaseSubscriber<Map<String, Object>> implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final ReentrantLock writing = new ReentrantLock();
    private final RequestId request = RequestId.currentOrOwn();
    private final Session session;
    private Tally.@Nullable Place place;
    private volatile @Nullable SseBuilder out;
    private volatile boolean over;

    EventStream(@Nullable HttpSession session) {
        this.session = new Session(session);
    }

    EventStream holding(Tally.Place held) {
        place = held;
        return this;
    }

    /** The answer to the request that asked for the stream. */
    ServerResponse answering(Flux<Map<String, Object>> results, Duration timeout) {
        return ServerResponse.sse(
                builder -> {
                    builder.onComplete(this::stop);
                    builder.onError(error -> stop());
                    start(builder);
                    beat();
                    results.subscribe(this);
                },
                timeout);
    }

    @Override
    public boolean loggedIn() {
        return session.holds();
    }

    /** A comment, which clients skip; left out while something else is being written. */
    @Override
    public void beat() {
        if (writing.tryLock()) {
            writeAndUnlock(builder -> {
                builder.comment("");
                builder.send();
            });
        }
    }

    @Override
    public void end(Farewell farewell) {
        cancel();
        switch (farewell) {
            case NOT_LET_IN -> {
                next(error("You are not let in any more: log in, or send another API token", ErrorCode.UNAUTHORIZED));
                complete();
            }
            // A client that is told "complete" would not come back.
            case STOPPING -> close();
        }
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    @Override
    protected void hookOnNext(Map<String, Object> result) {
        next(result);
        request(1);
    }

    @Override
    protected void hookOnError(Throwable trouble) {
        if (trouble instanceof SubscriptionPublisherException known) {
            next(known.toMap());
        } else {
            LOG.error("The subscription of request {} went wrong", request, trouble);
            next(error("Something went wrong in Patchbay", ErrorCode.INTERNAL_ERROR));
        }
        complete();
    }

    @Override
    protected void hookOnComplete() {
        complete();
    }

    private void next(Map<String, Object> result) {
        write(builder -> builder.event("next").data(result));
    }

    private void complete() {
        write(builder -> builder.event("complete").data(""));
        close();
    }

    private void start(SseBuilder builder) {
        out = builder;
        if (over) {
            builder.complete();
        }
    }

    private void close() {
        var first = stop();
        var builder = out;
        if (first && builder != null) {
            builder.complete();
        }
    }

    /** True where it was not over before. */
    private boolean stop() {
        boolean first;
        writing.lock();
        try {
            first = !over;
            over = true;
        } finally {
            writing.unlock();
        }
        release();
        return first;
    }

    private void write(Writing write) {
        writing.lock();
        writeAndUnlock(write);
    }

    private void writeAndUnlock(Writing write) {
        try {
            var builder = out;
            // Between its place among the connections and its answer there is nowhere to write to.
            if (!over && builder != null) {
                write.to(builder);
            }
        } catch (IOException gone) {
            // The container has seen it too, and ends the answer.
            over = true;
        } finally {
            writing.unlock();
        }
        if (over) {
            release();
        }
    }

    private void release() {
        cancel();
        var held = place;
        if (held != null) {
            held.close();
        }
    }

    private Map<String, Object> error(String sentence, ErrorCode code) {
        return Map.of(
                "errors",
                List.of(Map.of("message", sentence, "extensions", Map.of("code", code, "requestId", request.value()))));
    }

    @FunctionalInterface
    private interface Writing {

        void to(SseBuilder builder) throws IOException;
    }
}
