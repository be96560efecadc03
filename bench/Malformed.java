import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a thousand malformed requests do to everybody else and to the server's memory. Requests and measurement are those of
 * the tests ({@code MalformedRequests}, {@code Bystanders}); here the server is the packaged one.
 */
final class Malformed {

    private Malformed() {}

    /** The argument, where there is one, is the seed that makes these requests the same again. */
    static void run(Path data, List<String> seed) throws IOException, InterruptedException {
        try (var patchbay = Patchbay.start(data)) {
            System.out.printf("Resident MB after the start: %s%n", patchbay.residentMegabytes());
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("bench.tests"),
                    "io.patchbay.app.Bystanders",
                    Patchbay.address().resolve("/").toString(),
                    Patchbay.TOKEN,
                    Long.toString(patchbay.pid())));
            command.addAll(seed);
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("The measurement went wrong");
            }
            System.out.printf("Resident MB afterwards: %s%n", patchbay.residentMegabytes());
            // What compiling has needed meanwhile goes back every ten seconds (app/jvm.options).
            Thread.sleep(15_000);
            System.out.printf("Resident MB 15 seconds later: %s%n", patchbay.residentMegabytes());
        }
    }
}
