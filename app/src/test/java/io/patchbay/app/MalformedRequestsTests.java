package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A thousand requests that are wrong in some way. {@code -Dpatchbay.seed=} repeats the ones of a failure, which names its
 * seed; {@code -Dpatchbay.malformed=} sends more of them.
 */
class MalformedRequestsTests extends WholeApplication {

    private static final int REQUESTS = Integer.getInteger("patchbay.malformed", 1_000);
    private static final long MAX_GROWTH = 48L << 20;
    private static final int PATIENCE_MILLIS = 60_000;

    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\b(?:java|jakarta|org\\.\\w+|io\\.patchbay|tools\\.jackson|"
                    + "graphql)\\.\\w+\\.\\w+|\\n\\s+at |INTERNAL_ERROR|system_access|insert into|Tomcat/");

    private static final Pattern GOOD = Pattern.compile("HTTP/1\\.1 [24]\\d\\d ");

    @Test
    void noneIsTheServersFaultShowsItsInsidesOrStaysInMemory() throws Exception {
        long seed = Long.getLong("patchbay.seed", System.nanoTime());
        System.out.println("Malformed requests of the seed " + seed);
        var requests =
                new MalformedRequests(new Random(seed), companies.register().token());
        var wrong = new ArrayList<String>();
        var before = 0L;

        for (var number = 0; number < REQUESTS; number++) {
            // By then what is kept once (classes, compiled code's constants, caches) is there.
            if (number == REQUESTS / 2) {
                before = usedMemory();
            }
            var request = requests.next();
            var fault = fault(request, answer(request));
            if (!fault.isEmpty()) {
                wrong.add("Request %d of the seed %d %s%n%s".formatted(number, seed, fault, request.beginning()));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(usedMemory() - before)
                .as("bytes more for the second half, seed %s", seed)
                .isLessThan(MAX_GROWTH);
        assertThat(programOfANewCompany()
                        .post("{\"query\":\"{ viewer { name } }\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** What is wrong with the answer; empty where nothing is. */
    private static String fault(MalformedRequests.Request request, String answer) {
        if (answer.isEmpty()) {
            // Who sends only half a request may be left without an answer, and nobody else.
            return request.complete() ? "got no answer" : "";
        }
        if (!GOOD.matcher(answer).lookingAt()) {
            return "was answered " + answer;
        }
        return INSIDES.matcher(answer)
                .results()
                .findFirst()
                .map(found -> "showed " + found.group() + " in " + answer)
                .orElse("");
    }

    private String answer(MalformedRequests.Request request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.bytes());
                socket.shutdownOutput();
            } catch (SocketException refusedBeforeItWasAllSent) {
                // The answer is there all the same.
            }
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException reset) {
                // What came until then counts.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static long usedMemory() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
