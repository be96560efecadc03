package io.patchbay.credential.persistence;

import com.google.crypto.tink.Aead;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that encrypt secrets, opened by the master key and kept in memory. Thread-safe. */
final class DataKeys {

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final UUID primary;
    private final Map<UUID, Aead> opened = new ConcurrentHashMap<>();

    private DataKeys(JdbcClient jdbc, MasterKey masterKey, List<DataKeyRow> rows) {
        this.jdbc = jdbc;
        this.masterKey = masterKey;
        this.primary = rows.stream()
                .filter(DataKeyRow::primary)
                .map(DataKeyRow::id)
                .findFirst()
                .orElseThrow();
        rows.forEach(row -> opened.put(row.id(), row.unwrap(masterKey)));
    }

    /** A key by which secrets are encrypted. */
    record DataKey(UUID id, Aead aead) {}

    /**
     * Opens the keys of a database, and makes the first one where there is none.
     *
     * @throws MasterKeyException where there is no master key, or it is the wrong one
     */
    static DataKeys open(JdbcClient jdbc, MasterKeySource source) {
        var before = rows(jdbc);
        var masterKey =
                source.masterKey(before.stream().map(DataKeyRow::masterKeyId).findFirst());
        if (before.isEmpty()) {
            insertFirst(jdbc, DataKeyRow.random(masterKey));
        }
        return new DataKeys(jdbc, masterKey, before.isEmpty() ? rows(jdbc) : before);
    }

    /** The one for new secrets. */
    DataKey primary() {
        return new DataKey(primary, aead(primary));
    }

    /** The one of this id, also where another node made it after this one started. */
    Aead aead(UUID id) {
        return opened.computeIfAbsent(id, this::load);
    }

    private Aead load(UUID id) {
        return jdbc.sql("select id, wrapped, master_key_id, is_primary from data_key where id = ?")
                .param(id)
                .query(DataKeyRow::read)
                .single()
                .unwrap(masterKey);
    }

    /** Another node may be doing the same right now: the first one wins, and both read what there is. */
    private static void insertFirst(JdbcClient jdbc, DataKeyRow row) {
        jdbc.sql("""
                insert into data_key (id, wrapped, master_key_id, is_primary, created_at) values (?, ?, ?, ?, now())
                on conflict do nothing
                """)
                .params(row.id(), row.wrapped(), row.masterKeyId(), row.primary())
                .update();
    }

    private static List<DataKeyRow> rows(JdbcClient jdbc) {
        return jdbc.sql("select id, wrapped, master_key_id, is_primary from data_key order by id")
                .query(DataKeyRow::read)
                .list();
    }
}
