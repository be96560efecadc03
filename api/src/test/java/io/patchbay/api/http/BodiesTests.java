package io.patchbay.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class BodiesTests {

    private static final int MAX = 100_000;
    private static final byte[] LARGE = new byte[Bodies.SMALL_BYTES];
    private static final byte[] SMALL = new byte[Bodies.SMALL_BYTES - 1];

    @Test
    void readsNoMoreLargeOnesAtATimeThanThereIsRoomFor() throws Exception {
        var bodies = new Bodies(3, Duration.ofMinutes(5));
        var now = new AtomicInteger();
        var most = new AtomicInteger();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 60)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> read(bodies, LARGE, whole -> {
                                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                Thread.yield();
                                return now.decrementAndGet();
                            }),
                            clients))
                    .toList();
            answers.forEach(CompletableFuture::join);
        }

        assertThat(most).hasValueBetween(1, 3);
    }

    @Test
    void readsSmallOnesMeanwhile() throws Exception {
        var bodies = new Bodies(1, Duration.ZERO);

        taking(bodies, () -> assertThat(length(bodies, SMALL)).isEqualTo(SMALL.length));
    }

    @Test
    void refusesALargeOneThatFindsNoRoom() throws Exception {
        var bodies = new Bodies(1, Duration.ZERO);

        taking(
                bodies,
                () -> assertThatExceptionOfType(NotGraphQl.class)
                        .isThrownBy(() -> length(bodies, LARGE))
                        .satisfies(refused -> {
                            assertThat(refused.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
                            assertThat(refused.facts()).isEqualTo(Map.of("limit", 1L));
                            assertThat(refused).hasMessageContaining("large").hasMessageContaining("again");
                        }));

        assertThat(length(bodies, LARGE)).isEqualTo(LARGE.length);
    }

    @Test
    void givesThePlaceBackWhateverComesOfIt() {
        var bodies = new Bodies(1, Duration.ZERO);

        for (var attempt = 0; attempt < 3; attempt++) {
            assertThatExceptionOfType(NotGraphQl.class)
                    .isThrownBy(() -> length(bodies, new byte[MAX + 1]))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> read(bodies, LARGE, whole -> {
                        throw new IllegalStateException("unreadable");
                    }));
        }

        assertThat(length(bodies, LARGE)).isEqualTo(LARGE.length);
    }

    @Test
    void readsWhatIsThere() {
        var bodies = new Bodies(1, Duration.ZERO);
        var body = new byte[MAX];
        body[0] = 1;
        body[Bodies.SMALL_BYTES] = 2;
        body[MAX - 1] = 3;

        byte[] read = read(bodies, body, whole -> whole);

        assertThat(read).isEqualTo(body);
    }

    /** Does something while somebody sends a large body and does not come to an end. */
    private static void taking(Bodies bodies, Runnable meanwhile) throws Exception {
        var sending = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var slow = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ < Bodies.SMALL_BYTES) {
                    return 0;
                }
                sending.countDown();
                await(end);
                return -1;
            }
        };
        try (var client = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = client.submit(() -> bodies.read(slow, MAX, whole -> whole.length));
            await(sending);
            try {
                meanwhile.run();
            } finally {
                end.countDown();
            }
            assertThat(answer.get()).isEqualTo(Bodies.SMALL_BYTES);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int length(Bodies bodies, byte[] body) {
        return read(bodies, body, whole -> whole.length);
    }

    private static <T> T read(Bodies bodies, byte[] body, Function<byte[], T> use) {
        try {
            return bodies.read(new ByteArrayInputStream(body), MAX, use);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
