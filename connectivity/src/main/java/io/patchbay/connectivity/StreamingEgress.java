package io.patchbay.connectivity;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The way out for whoever uses systems: the same addresses, the same trust as {@link Egress}, but connections are kept for
 * the next request of the same owner, bodies are never held whole, nothing is decoded and no redirect is followed. There is
 * no limit on the time of the whole, only on how long a system may do nothing. Thread-safe.
 */
public final class StreamingEgress implements AutoCloseable {

    /** Methods that do the same when they are done again (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    private final CloseableHttpClient client;
    private final Watch watch;
    private final EgressWatch onlooker;

    StreamingEgress(HttpClients clients, Duration silence, EgressWatch onlooker) {
        this.client = clients.pooling();
        this.watch = new Watch(silence);
        this.onlooker = onlooker;
    }

    /** What came of a request. */
    public sealed interface Streamed {

        /** The answer begins; whoever takes it closes it. */
        record Answering(StreamedAnswer answer) implements Streamed {}

        /** There was none. */
        record Failed(EgressFailure failure) implements Streamed {}

        /** Nobody waited any more. */
        record Abandoned() implements Streamed {}

        /** The body could not be read to its end. */
        record BodyFailed() implements Streamed {}
    }

    /** Sends, and waits until the answer begins. Never throws for what the other side does. */
    public Streamed open(StreamedRequest request) {
        var seen = onlooker.leaving(request.head().method(), request.head().address());
        var streamed = opened(request, seen);
        switch (streamed) {
            case Streamed.Answering(var answer) -> seen.answered(answer.status());
            case Streamed.Failed(var failure) -> seen.failed(failure.name());
            case Streamed.Abandoned() -> seen.failed("ABANDONED");
            case Streamed.BodyFailed() -> seen.failed("BODY_FAILED");
        }
        return streamed;
    }

    private Streamed opened(StreamedRequest request, EgressWatch.Leaving seen) {
        try {
            return opened(request);
        } catch (RuntimeException unforeseen) {
            seen.failed("UNFORESEEN");
            throw unforeseen;
        }
    }

    private Streamed opened(StreamedRequest request) {
        if (!Egress.isUsable(request.head())) {
            return new Streamed.Failed(EgressFailure.ADDRESS_UNUSABLE);
        }
        var first = once(request);
        return first == null ? lastly(request) : first;
    }

    /** How many requests and answers are on their way. */
    public int underWay() {
        return watch.size();
    }

    private Streamed lastly(StreamedRequest request) {
        var second = once(request);
        return second == null ? new Streamed.Failed(EgressFailure.REFUSED) : second;
    }

    /** Null where the system closed a connection that was kept, before it can have seen the request. */
    private @Nullable Streamed once(StreamedRequest request) {
        var call =
                new HttpUriRequestBase(request.head().method(), request.head().address());
        request.head().headers().forEach(header -> call.addHeader(header.name(), header.value()));
        var transfer = new Transfer(
                call,
                request.body() == null ? Transfer.Step.WAITING : Transfer.Step.SENDING,
                request.abandoned(),
                watch);
        entity(call, request, transfer);
        var context = HttpClientContext.create();
        context.setUserToken(request.whose());
        var shown = new ShownIdentity(request.head().identity());
        shown.in(context);
        watch.follow(transfer);
        try {
            var response = client.executeOpen(RoutingSupport.determineHost(call), call, context);
            var answer = new StreamedAnswer(response, transfer);
            transfer.begins(Transfer.Step.ELSEWHERE);
            return new Streamed.Answering(answer);
        } catch (IOException | HttpException | IllegalStateException | IllegalArgumentException failure) {
            // The client throws the latter two for answers that are none, such as a status of 000.
            transfer.end();
            return failed(request, failure, transfer.stop(), shown);
        } catch (RuntimeException unforeseen) {
            transfer.end();
            throw unforeseen;
        }
    }

    private static void entity(HttpUriRequestBase call, StreamedRequest request, Transfer transfer) {
        var whole = request.head().body();
        if (whole != null) {
            call.setEntity(new ByteArrayEntity(whole, null));
        } else if (request.body() != null) {
            call.setEntity(new StreamedBody(request.body(), request.length(), transfer));
        }
    }

    private static @Nullable Streamed failed(
            StreamedRequest request, Exception failure, Transfer.Stop stop, ShownIdentity shown) {
        if (stop == Transfer.Stop.ABANDONED) {
            return new Streamed.Abandoned();
        }
        if (stop == Transfer.Stop.SILENCE || failure instanceof ConnectionRequestTimeoutException) {
            return new Streamed.Failed(EgressFailure.TIMEOUT);
        }
        if (failure instanceof StreamedBody.SourceFailed) {
            return new Streamed.BodyFailed();
        }
        if (failure instanceof NoHttpResponseException
                && request.body() == null
                && IDEMPOTENT.contains(request.head().method())) {
            return null;
        }
        return new Streamed.Failed(shown.blamed(Failures.of(failure)));
    }

    @Override
    public void close() {
        watch.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
