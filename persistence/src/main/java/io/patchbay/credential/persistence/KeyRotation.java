package io.patchbay.credential.persistence;

import io.patchbay.credential.UnreadableSecret;
import io.patchbay.shared.Ids;
import java.time.Duration;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves every secret to a new data key while all of them stay readable. A portion is one transaction, and what has been done
 * stands in the database: a node that is killed loses nothing, and any node goes on. Thread-safe.
 *
 * <p>Everything is walked through by its key, again and again until a walk finds nothing to move: secrets may be added
 * behind the walk by nodes that have not yet heard of the new key, and those that somebody holds are passed over.
 */
@NamedInterface("persistence")
public class KeyRotation {

    private static final int PORTION = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DataKeys keys;
    private final Duration settledAfter;

    /** What came of a portion. */
    public enum Progress {
        /** There is more to do. */
        MORE,
        /** There may be more to do in a while: other nodes may still be using the key before. */
        LATER,
        /** Another node is at it. */
        ELSEWHERE,
        /** No rotation is under way. */
        NONE
    }

    KeyRotation(JdbcClient jdbc, TransactionTemplate transaction, DataKeys keys, Duration settledAfter) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.settledAfter = settledAfter;
    }

    /**
     * Begins a rotation: all data keys come under the current master key, and a new one takes over. Does nothing where one
     * is under way.
     */
    void begin() {
        try {
            transaction.executeWithoutResult(status -> {
                var made = DataKeyRow.random(keys.owners().current());
                jdbc.sql("update data_key set is_primary = false where is_primary")
                        .update();
                made.insert(jdbc, "");
                jdbc.sql("""
                        insert into key_rotation (id, data_key_id, started_at, total)
                        values (?, ?, clock_timestamp(), (select count(*) from secret))
                        """).params(Ids.next(), made.id()).update();
                wrapAnew();
            });
        } catch (DuplicateKeyException underWay) {
            // The new key went with the transaction.
        }
    }

    /** Moves the next few secrets of the rotation that is under way, if there is one. */
    public Progress next() {
        return transaction.execute(status -> RotationRow.locked(jdbc)
                .map(this::next)
                .orElseGet(() -> RotationRow.underWay(jdbc) ? Progress.ELSEWHERE : Progress.NONE));
    }

    private Progress next(RotationRow rotation) {
        if (rotation.waits(settledAfter)) {
            return Progress.LATER;
        }
        var portion = jdbc.sql(SecretRow.SELECT + """
                 where (company_id, id) > (:company, :secret) and data_key_id <> :key
                order by company_id, id limit %d for no key update skip locked
                """.formatted(PORTION))
                .param("company", rotation.company().orElse(BEFORE_ALL))
                .param("secret", rotation.secret().orElse(BEFORE_ALL))
                .param("key", rotation.dataKey())
                .query(SecretRow::read)
                .list();
        var target = new DataKeys.DataKey(rotation.dataKey(), keys.aead(rotation.dataKey()));
        long moved = portion.stream().filter(row -> move(row, target)).count();
        var walked = rotation.walked(moved, portion.size() - moved);
        if (portion.size() == PORTION) {
            walked.at(portion.getLast()).save(jdbc);
            return Progress.MORE;
        }
        return endOfWalk(walked);
    }

    private Progress endOfWalk(RotationRow walked) {
        if (walked.movedInWalk() > 0 || !walked.settled(settledAfter)) {
            walked.again().save(jdbc);
            return Progress.MORE;
        }
        if (left(walked) > walked.failedInWalk()) {
            walked.again().save(jdbc);
            return Progress.LATER;
        }
        walked.save(jdbc);
        RotationRow.finish(jdbc, walked);
        removeUnusedKeys();
        return Progress.NONE;
    }

    /** How many are under another key still: those that cannot be decrypted, and those that somebody held during the walk. */
    private long left(RotationRow rotation) {
        return jdbc.sql("select count(*) from secret where data_key_id <> ?")
                .param(rotation.dataKey())
                .query(Long.class)
                .single();
    }

    /** False where it cannot be decrypted: it stays as it is. */
    private boolean move(SecretRow row, DataKeys.DataKey target) {
        try {
            var moved = row.under(target, keys.aead(row.dataKeyId()));
            jdbc.sql("""
                    update secret set version = ?, data_key_id = ?, ciphertext = ? where company_id = ? and id = ?
                    """)
                    .params(moved.version(), moved.dataKeyId(), moved.ciphertext(), row.companyId(), row.id())
                    .update();
            return true;
        } catch (UnreadableSecret unreadable) {
            return false;
        }
    }

    private void wrapAnew() {
        var current = keys.owners().current();
        for (var row : keys.rows()) {
            if (!row.masterKeyId().equals(current.id())
                    && keys.owners().find(row.masterKeyId()).isPresent()) {
                var wrapped = row.under(current, keys.owners());
                jdbc.sql("update data_key set wrapped = ?, master_key_id = ? where id = ?")
                        .params(wrapped.wrapped(), wrapped.masterKeyId(), wrapped.id())
                        .update();
            }
        }
    }

    private void removeUnusedKeys() {
        jdbc.sql("""
                delete from data_key
                where not is_primary
                    and not exists (select from secret where secret.data_key_id = data_key.id)
                    and not exists (select from key_rotation where key_rotation.data_key_id = data_key.id)
                """).update();
    }
}
