package io.patchbay.credential.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.patchbay.credential.SecretId;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyRotationIntegrationTests {

    private static final Duration KNOWN_FOR = Duration.ofMillis(50);
    private static final Duration SETTLED_AFTER = Duration.ofMillis(500);

    private final TestTables tables = new TestTables();
    private final JdbcClient jdbc = tables.jdbc();
    private final CompanyId company = tables.company();
    private final MasterKey masterKey = MasterKey.random();
    private final Node node = new Node(Keys.given(masterKey));

    /** What one Patchbay of a cluster has in memory. */
    private final class Node {

        final EncryptedSecretStore secrets;
        final KeyRotation rotation;
        final JdbcSecretKeys keys;

        Node(MasterKeySource source) {
            var opened = DataKeys.open(jdbc, source, KNOWN_FOR);
            secrets = new EncryptedSecretStore(jdbc, opened);
            rotation = new KeyRotation(jdbc, tables.transactions(), opened, SETTLED_AFTER);
            keys = new JdbcSecretKeys(jdbc, opened, rotation);
        }

        void rotateToTheEnd() {
            keys.rotate();
            await().pollInterval(KNOWN_FOR).until(() -> {
                var progress = rotation.next();
                while (progress == KeyRotation.Progress.MORE) {
                    progress = rotation.next();
                }
                return progress == KeyRotation.Progress.NONE;
            });
        }
    }

    @Test
    void movesEverySecretToANewKeyAndDropsTheOldOne() {
        var kept = keep(450);
        var before = node.keys.state();

        node.rotateToTheEnd();

        var after = node.keys.state();
        assertThat(after.dataKey()).isNotEqualTo(before.dataKey());
        assertThat(after.rotation()).hasValueSatisfying(it -> {
            assertThat(it.underWay()).isFalse();
            assertThat(it.total()).isEqualTo(450);
            assertThat(it.done()).isEqualTo(450);
            assertThat(it.failed()).isZero();
        });
        assertThat(dataKeysInUse()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from data_key").query(Long.class).single())
                .isOne();
        assertReadable(node, kept);
    }

    @Test
    void losesNothingWhileSixteenClientsOfTwoNodesCreateReadAndForget() throws Exception {
        var other = new Node(Keys.given(masterKey));
        keep(1_000);
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = IntStream.range(0, 16)
                    .mapToObj(number -> threads.submit(client(number % 2 == 0 ? node : other, stop)))
                    .toList();

            node.rotateToTheEnd();
            stop.set(true);

            for (var client : clients) {
                assertReadable(node, client.get());
                assertReadable(other, client.get());
            }
        }
        assertThat(dataKeysInUse()).hasSize(1);
        assertThat(node.keys.verify().unreadableInAll()).isZero();
    }

    @Test
    void isTakenOnByAnotherNodeWhereTheFirstOneDies() {
        var kept = keep(450);
        node.keys.rotate();
        assertThat(node.rotation.next()).isEqualTo(KeyRotation.Progress.MORE);
        var survivor = new Node(Keys.given(masterKey));
        assertThat(survivor.keys.state().rotation())
                .hasValueSatisfying(it -> assertThat(it.done()).isBetween(1L, 449L));

        survivor.rotateToTheEnd();

        assertThat(survivor.keys.state().rotation())
                .hasValueSatisfying(it -> assertThat(it.done()).isEqualTo(450));
        assertReadable(survivor, kept);
        assertThat(dataKeysInUse()).hasSize(1);
    }

    @Test
    void waitsForWhatSomebodyHoldsHoweverLong() {
        var kept = keep(3);
        node.keys.rotate();

        tables.inTransaction(() -> {
            jdbc.sql("select from secret where id = ? for update")
                    .param(kept.keySet().iterator().next().value())
                    .query((row, number) -> true)
                    .list();
            return elsewhere(() -> {
                var settled = System.nanoTime() + SETTLED_AFTER.multipliedBy(2).toNanos();
                while (System.nanoTime() < settled) {
                    assertThat(node.rotation.next()).isNotEqualTo(KeyRotation.Progress.NONE);
                }
                return true;
            });
        });
        assertThat(node.keys.state().rotation())
                .hasValueSatisfying(it -> assertThat(it.underWay()).isTrue());

        node.rotateToTheEnd();

        assertThat(dataKeysInUse()).hasSize(1);
        assertReadable(node, kept);
    }

    @Test
    void isNotBegunTwice() {
        keep(10);

        node.keys.rotate();
        var first = node.keys.state();
        node.keys.rotate();

        assertThat(node.keys.state()).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from data_key").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void movesToANewMasterKeyWhereThePreviousOneIsAtHandToo() {
        var kept = keep(3);
        var next = MasterKey.random();
        var moving = new Node(Keys.given(next, masterKey));
        assertThat(moving.keys.state().masterKeyIsCurrent()).isFalse();

        moving.rotateToTheEnd();

        assertThat(moving.keys.state().masterKey()).isEqualTo(next.id());
        assertReadable(new Node(Keys.given(next)), kept);
        assertThatThrownBy(() -> new Node(Keys.given(masterKey))).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void movesIntoAKeyManagementService() {
        var kept = keep(3);

        new Node(Keys.settings(Map.of(
                        "PATCHBAY_MASTER_KEY_URI",
                        "fake-kms://keys/1",
                        "PATCHBAY_PREVIOUS_MASTER_KEY",
                        masterKey.base64().reveal())))
                .rotateToTheEnd();

        assertReadable(new Node(Keys.settings(Map.of("PATCHBAY_MASTER_KEY_URI", "fake-kms://keys/1"))), kept);
    }

    @Test
    void leavesWhatCannotBeDecryptedAsItIs() {
        var kept = keep(3);
        var altered = node.secrets.keep(company, new Secret("altered"));
        jdbc.sql("update secret set ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1) where id = ?")
                .param(altered.value())
                .update();

        node.rotateToTheEnd();

        assertThat(node.keys.state().rotation()).hasValueSatisfying(it -> {
            assertThat(it.done()).isEqualTo(3);
            assertThat(it.failed()).isOne();
        });
        assertReadable(node, kept);
        var verification = node.keys.verify();
        assertThat(verification.checked()).isEqualTo(4);
        assertThat(verification.unreadable()).singleElement().satisfies(it -> {
            assertThat(it.secret()).isEqualTo(altered);
            assertThat(it.company()).isEqualTo(company);
            assertThat(it.reason()).isEqualTo(UnreadableSecret.Reason.ALTERED);
        });
    }

    @Test
    void aSecretWhoseKeyIsMissingBreaksNothingElse() {
        var lost = keep(2);
        var foreign = DataKeyRow.random(MasterKey.random());
        jdbc.sql("update data_key set wrapped = ?, master_key_id = 'lost0000', is_primary = false, id = id")
                .param(foreign.wrapped())
                .update();
        DataKeyRow.random(masterKey).insert(jdbc, "");
        var restarted = new Node(Keys.given(masterKey));

        var readable = Map.of(restarted.secrets.keep(company, new Secret("new")), new Secret("new"));

        assertReadable(restarted, readable);
        assertThat(lost.keySet())
                .allSatisfy(id -> assertThatThrownBy(() -> restarted.secrets.reveal(company, id))
                        .isInstanceOfSatisfying(
                                UnreadableSecret.class,
                                it -> assertThat(it.reason()).isEqualTo(UnreadableSecret.Reason.KEY_MISSING)));
        assertThat(restarted.keys.verify().unreadable())
                .hasSize(2)
                .allMatch(it -> it.reason() == UnreadableSecret.Reason.KEY_MISSING);
    }

    /** On another thread, and so in no transaction of this one. */
    private static <T> T elsewhere(Callable<T> work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(work).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private Callable<Map<SecretId, Secret>> client(Node at, AtomicBoolean stop) {
        return () -> {
            var kept = new HashMap<SecretId, Secret>();
            var ids = new ArrayList<SecretId>();
            for (int number = 0; !stop.get(); number++) {
                var secret = new Secret("secret " + number);
                var id = at.secrets.keep(company, secret);
                kept.put(id, secret);
                ids.add(id);
                var any = ids.get(number / 2);
                if (kept.containsKey(any)) {
                    assertThat(at.secrets.reveal(company, any)).isEqualTo(kept.get(any));
                }
                if (number % 3 == 0) {
                    at.secrets.forget(company, List.of(id));
                    kept.remove(id);
                }
            }
            return kept;
        };
    }

    private Map<SecretId, Secret> keep(int count) {
        var kept = new HashMap<SecretId, Secret>();
        for (int number = 0; number < count; number++) {
            var secret = new Secret("kept " + number);
            kept.put(node.secrets.keep(company, secret), secret);
        }
        return kept;
    }

    private void assertReadable(Node at, Map<SecretId, Secret> kept) {
        assertThat(kept)
                .allSatisfy((id, secret) ->
                        assertThat(at.secrets.reveal(company, id)).isEqualTo(secret));
    }

    private List<UUID> dataKeysInUse() {
        return jdbc.sql("select distinct data_key_id from secret")
                .query(UUID.class)
                .list();
    }
}
