package io.patchbay.credential.persistence;

import com.google.crypto.tink.Aead;
import io.patchbay.credential.UnreadableSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that encrypt secrets, opened by the owner's keys and kept in memory. Thread-safe. */
final class DataKeys {

    /** So long at most a node goes on encrypting under the key before, after another node has made a new one. */
    static final Duration PRIMARY_KNOWN_FOR = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final WrappingKeys owners;
    private final Duration knownFor;
    private final Map<UUID, Aead> opened = new ConcurrentHashMap<>();
    private volatile Known primary;

    /** The key for new secrets, as it was when this node asked last. */
    private record Known(UUID id, long readAt) {

        static Known now(UUID id) {
            return new Known(id, System.nanoTime());
        }

        boolean olderThan(Duration age) {
            return System.nanoTime() - readAt > age.toNanos();
        }
    }

    /** @throws WrongMasterKey where none of the owner's keys opens the key for new secrets */
    private DataKeys(JdbcClient jdbc, WrappingKeys owners, DataKeyRow primary, Duration knownFor) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.knownFor = knownFor;
        opened.put(
                primary.id(),
                primary.unwrap(owners.find(primary.masterKeyId())
                        .orElseThrow(() -> new WrongMasterKey(
                                primary.masterKeyId(), owners.current().id()))));
        this.primary = Known.now(primary.id());
    }

    /** A key by which secrets are encrypted. */
    record DataKey(UUID id, Aead aead) {}

    /**
     * Opens the keys of a database, and makes the first one where there is none.
     *
     * @throws MasterKeyException where there is no master key, or none that opens the key for new secrets
     */
    static DataKeys open(JdbcClient jdbc, MasterKeySource source) {
        return open(jdbc, source, PRIMARY_KNOWN_FOR);
    }

    /** Asks for the key for new secrets more or less often. */
    static DataKeys open(JdbcClient jdbc, MasterKeySource source, Duration knownFor) {
        var before = primary(jdbc);
        var owners = source.keys(before.map(DataKeyRow::masterKeyId));
        if (before.isEmpty()) {
            insertFirst(jdbc, DataKeyRow.random(owners.current()));
        }
        return new DataKeys(jdbc, owners, before.or(() -> primary(jdbc)).orElseThrow(), knownFor);
    }

    /** The one for new secrets. */
    DataKey primary() {
        var known = primary;
        if (known.olderThan(knownFor)) {
            known = Known.now(primary(jdbc).map(DataKeyRow::id).orElse(known.id()));
            primary = known;
        }
        return new DataKey(known.id(), aead(known.id()));
    }

    /**
     * The one of this id, also where another node made it after this one started.
     *
     * @throws UnreadableSecret where there is none, or it is under a master key that is not at hand
     */
    Aead aead(UUID id) {
        return opened.computeIfAbsent(id, this::load);
    }

    /** The owner's keys, by which these are opened. */
    WrappingKeys owners() {
        return owners;
    }

    private Aead load(UUID id) {
        return jdbc.sql(DataKeyRow.SELECT + " where id = ?")
                .param(id)
                .query(DataKeyRow::read)
                .optional()
                .orElseThrow(() ->
                        new UnreadableSecret(UnreadableSecret.Reason.KEY_MISSING, "There is no data key " + id, null))
                .open(owners);
    }

    /** Another node may be doing the same right now: the first one wins, and both read what there is. */
    private static void insertFirst(JdbcClient jdbc, DataKeyRow row) {
        row.insert(jdbc, "on conflict do nothing");
    }

    private static Optional<DataKeyRow> primary(JdbcClient jdbc) {
        return jdbc.sql(DataKeyRow.SELECT + " where is_primary")
                .query(DataKeyRow::read)
                .optional();
    }

    /** All keys there are, the newest first. */
    List<DataKeyRow> rows() {
        return jdbc.sql(DataKeyRow.SELECT + " order by id desc")
                .query(DataKeyRow::read)
                .list();
    }
}
