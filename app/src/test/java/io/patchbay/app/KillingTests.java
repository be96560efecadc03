package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills Patchbay on its own PostgreSQL in the middle of writes: every connector that was acknowledged is there afterwards. */
class KillingTests {

    private static final int ROUNDS = 3;
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_END = 24;
    private static final String TOKEN = "pb_" + "k".repeat(43);
    private static final Map<String, String> SETTINGS = Map.of(
            "PATCHBAY_BOOTSTRAP_COMPANY", "Anna's shops",
            "PATCHBAY_BOOTSTRAP_EMAIL", "anna@example.com",
            "PATCHBAY_BOOTSTRAP_PASSWORD", "correct horse battery",
            "PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN);

    @TempDir
    private Path directory;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    private interface Kill {
        void kill(PatchbayProcess patchbay) throws Exception;
    }

    @Test
    void noAcknowledgedConnectorIsLostByKillingTheJvmOrEverything() throws Exception {
        for (Kill kill : List.<Kill>of(PatchbayProcess::killJvm, PatchbayProcess::killEverything)) {
            for (var round = 0; round < ROUNDS; round++) {
                killWhileWriting(kill);
            }
        }

        try (var patchbay = PatchbayProcess.start(directory, SETTINGS)) {
            assertThat(connectors(patchbay.program(TOKEN))).containsAll(acknowledged);
        }

        Files.move(directory.resolve("master.key"), directory.resolve("master.key.lost"));
        assertThat(PatchbayProcess.refusal(directory, SETTINGS))
                .containsPattern("The master key with the id [0-9a-f]{8} is missing: put it back")
                .doesNotContain("\tat ");
        assertThat(directory.resolve("master.key")).doesNotExist();
    }

    private void killWhileWriting(Kill kill) throws Exception {
        var patchbay = PatchbayProcess.start(directory, SETTINGS);
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_END);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < WRITERS; writer++) {
                writers.submit(() -> writeUntilTheEnd(patchbay.program(TOKEN), enough));
            }
            enough.await();
            kill.kill(patchbay);
        }
    }

    private void writeUntilTheEnd(ApiClient program, CountDownLatch enough) {
        try {
            while (true) {
                var group = DemoShop.group(program, "Group " + UUID.randomUUID());
                acknowledged.add(DemoShop.createConnector(program, DemoShop.connector(group, "demo-password"))
                        .at("/connector/id")
                        .asString());
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            return;
        }
    }

    private static Set<String> connectors(ApiClient program) {
        var ids = new HashSet<String>();
        JsonNode page;
        String after = null;
        do {
            var variables = new HashMap<String, Object>();
            variables.put("after", after);
            page = program.data(
                            "query($after: String) { connectors(first: 100, after: $after) { nodes { id }"
                                    + " pageInfo { hasNextPage endCursor } } }",
                            variables)
                    .get("connectors");
            page.get("nodes").forEach(node -> ids.add(node.get("id").asString()));
            after = page.at("/pageInfo/endCursor").asString();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return ids;
    }
}
