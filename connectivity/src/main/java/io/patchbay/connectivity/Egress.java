package io.patchbay.connectivity;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The only client that speaks to third-party systems (decision 0011). Connects only to addresses that may be spoken to,
 * at every redirect anew; tells credentials to the origin alone that they are for; stops at a deadline and at a size.
 * Thread-safe.
 */
public final class Egress implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_BYTES = 1_000_000;

    private final EgressWatch watch;
    private final VettedResolver resolver;
    private final HttpClients clients;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Asks the operating system for addresses and trusts whom the JVM trusts. */
    public Egress(EgressSettings settings) {
        this(settings, HostLookup.SYSTEM, null);
    }

    /** As {@link #Egress(EgressSettings)}, and somebody watches. */
    public Egress(EgressSettings settings, EgressWatch watch) {
        this(settings, HostLookup.SYSTEM, null, watch);
    }

    /** In surroundings of its own; null: trusts whom the JVM trusts. */
    public Egress(EgressSettings settings, HostLookup lookup, @Nullable TrustManager trusted) {
        this(settings, lookup, trusted, EgressWatch.NONE);
    }

    private Egress(EgressSettings settings, HostLookup lookup, @Nullable TrustManager trusted, EgressWatch watch) {
        this.watch = watch;
        this.resolver = new VettedResolver(settings, lookup);
        this.clients = new HttpClients(resolver, trusted);
        this.client = clients.client();
    }

    /** Sends, follows, and waits for the answer until the deadline. Never throws for what the other side does. */
    public Exchange send(OutgoingRequest request, Deadline deadline) {
        return send(request, deadline, () -> {});
    }

    /**
     * As {@link #send(OutgoingRequest, Deadline)}, and calls {@code leaving} before the first byte of a body leaves. As long
     * as it was not called, the other side has not been told what the body says.
     */
    public Exchange send(OutgoingRequest request, Deadline deadline, Runnable leaving) {
        var seen = watch.leaving(request.method(), request.address());
        var exchange = sent(request, deadline, leaving);
        switch (exchange) {
            case Exchange.Answered(var answer) -> seen.answered(answer.status());
            case Exchange.Failed(var failure) -> seen.failed(failure.name());
        }
        return exchange;
    }

    private Exchange sent(OutgoingRequest request, Deadline deadline, Runnable leaving) {
        var calls = new Calls(leaving);
        var running = threads.submit(() -> follow(request, calls));
        try {
            return running.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Exchange.Failed(EgressFailure.TIMEOUT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Exchange.Failed(EgressFailure.TIMEOUT);
        } catch (ExecutionException bug) {
            throw withoutWords(bug.getCause());
        } finally {
            calls.stop();
            running.cancel(true);
        }
    }

    /**
     * The addresses of a host that may be spoken to, for protocols other than HTTP.
     *
     * @throws ForbiddenAddress where it must not be
     * @throws java.net.UnknownHostException where nobody knows it
     */
    public List<InetSocketAddress> addresses(String host, int port) throws IOException {
        return resolver.resolve(host, port);
    }

    /** A way out with connections that are kept. The caller closes it. */
    public StreamingEgress streaming(Duration silence) {
        return new StreamingEgress(clients, silence, watch);
    }

    private Exchange follow(OutgoingRequest request, Calls calls) {
        var current = request;
        boolean elsewhere = false;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var exchange = once(current, calls);
            if (!(exchange instanceof Exchange.Answered(var answer))) {
                return exchange;
            }
            var next = Redirects.next(current, answer);
            if (next.isEmpty()) {
                return new Exchange.Answered(answer.from(elsewhere));
            }
            elsewhere |=
                    !Redirects.sameOrigin(current.address(), next.orElseThrow().address());
            current = next.orElseThrow();
        }
        return new Exchange.Failed(EgressFailure.TOO_MANY_REDIRECTS);
    }

    private Exchange once(OutgoingRequest request, Calls calls) {
        if (!isUsable(request)) {
            return new Exchange.Failed(EgressFailure.ADDRESS_UNUSABLE);
        }
        if (request.identity() == null) {
            return exchange(client, request, calls);
        }
        var asked = new AtomicBoolean();
        var known = clients.client(request.identity().shown(() -> asked.set(true)));
        try {
            var exchange = exchange(known, request, calls);
            return asked.get() && wasCut(exchange) ? new Exchange.Failed(EgressFailure.TLS_OWN_CERTIFICATE) : exchange;
        } finally {
            known.close(CloseMode.IMMEDIATE);
        }
    }

    /** Many servers hang up on certificates that they do not know, without a word. */
    private static boolean wasCut(Exchange exchange) {
        return exchange instanceof Exchange.Failed(var failure)
                && (failure == EgressFailure.REFUSED || failure == EgressFailure.TLS);
    }

    private static Exchange exchange(CloseableHttpClient through, OutgoingRequest request, Calls calls) {
        var call = call(request, calls);
        try {
            calls.add(call);
            long start = System.nanoTime();
            return new Exchange.Answered(through.execute(call, response -> answer(call, response, start)));
        } catch (IOException | IllegalStateException | IllegalArgumentException failure) {
            // The client throws the latter two for answers that are none, such as a status of 000.
            return new Exchange.Failed(Failures.of(failure));
        }
    }

    private static HttpUriRequestBase call(OutgoingRequest request, Calls calls) {
        var call = new HttpUriRequestBase(request.method(), request.address());
        request.headers().forEach(header -> call.addHeader(header.name(), header.value()));
        if (request.body() != null) {
            call.setEntity(new LeavingEntity(request.body(), calls::leave));
        }
        return call;
    }

    private static Answer answer(HttpUriRequestBase call, ClassicHttpResponse response, long start) throws IOException {
        var body = body(call, response);
        return new Answer(
                response.getCode(),
                Stream.of(response.getHeaders())
                        .map(header ->
                                Header.open(header.getName(), header.getValue() == null ? "" : header.getValue()))
                        .toList(),
                body,
                Duration.ofNanos(System.nanoTime() - start),
                false);
    }

    /** Counts after decompression: what is small on the way may be endless. */
    private static byte[] body(HttpUriRequestBase call, ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        var body = entity.getContent().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            // Before the stream is closed, which would read the rest.
            call.cancel();
            throw new Failures.AnswerTooLarge();
        }
        return body;
    }

    static boolean isUsable(OutgoingRequest request) {
        var address = request.address();
        var scheme = address.getScheme();
        return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    /** The place of a bug without its message, which may quote what was sent. */
    private static IllegalStateException withoutWords(@Nullable Throwable bug) {
        if (bug == null) {
            return new IllegalStateException("Sending failed");
        }
        var told = new IllegalStateException("Sending failed: " + bug.getClass().getName());
        told.setStackTrace(bug.getStackTrace());
        return told;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        threads.shutdownNow();
    }
}
