import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of requests a second, whether or not the earlier ones were answered. Each is counted from the moment at which
 * it was due, so that a server which stands still for a while pays for all who would have come meanwhile.
 */
record Paced(int perSecond, int seconds) {

    /** In milliseconds. */
    record Latencies(double half, double of99, double of999, double worst, int failures) {}

    Latencies of(String body) throws InterruptedException {
        var nanos = new long[perSecond * seconds];
        var failures = new AtomicInteger();
        var open = new CountDownLatch(nanos.length);
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var start = System.nanoTime();
            for (var number = 0; number < nanos.length; number++) {
                var due = start + number * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                var place = number;
                client.sendAsync(Patchbay.request(body), BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
                    nanos[place] = System.nanoTime() - due;
                    if (failure != null || answer.statusCode() != 200) {
                        failures.incrementAndGet();
                    }
                    open.countDown();
                });
            }
            open.await();
        }
        Arrays.sort(nanos);
        return new Latencies(at(nanos, 0.5), at(nanos, 0.99), at(nanos, 0.999), at(nanos, 1), failures.get());
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }
}
