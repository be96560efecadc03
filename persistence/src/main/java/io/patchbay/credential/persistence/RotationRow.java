package io.patchbay.credential.persistence;

import io.patchbay.credential.SecretKeys;
import io.patchbay.persistence.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a rotation is.
 *
 * @param done how many were moved, in all walks
 * @param walk how often everything has been walked through, this walk included
 * @param lastCompany with {@code lastSecret}: where the walk is; null: at its beginning
 * @param age since its beginning, by the database's clock
 */
record RotationRow(
        UUID id,
        UUID dataKey,
        long done,
        int walk,
        long movedInWalk,
        long failedInWalk,
        @Nullable UUID lastCompany,
        @Nullable UUID lastSecret,
        Duration age) {

    /** The one that is under way, unless another node is at it. */
    static Optional<RotationRow> locked(JdbcClient jdbc) {
        return jdbc.sql("""
                select id, data_key_id, done, walk, moved_in_walk, failed_in_walk, company_id, secret_id,
                    extract(epoch from clock_timestamp() - started_at) as age
                from key_rotation where finished_at is null for update skip locked
                """).query(RotationRow::read).optional();
    }

    static boolean underWay(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from key_rotation where finished_at is null)")
                .query(Boolean.class)
                .single();
    }

    static Optional<SecretKeys.Rotation> newest(JdbcClient jdbc) {
        return jdbc.sql("""
                select started_at, finished_at, total, done, failed from key_rotation order by started_at desc limit 1
                """)
                .query((row, number) -> new SecretKeys.Rotation(
                        Moments.read(row, "started_at"),
                        row.getLong("total"),
                        row.getLong("done"),
                        row.getLong("failed"),
                        Moments.readNullable(row, "finished_at")))
                .optional();
    }

    static void finish(JdbcClient jdbc, RotationRow rotation) {
        jdbc.sql("update key_rotation set finished_at = clock_timestamp(), total = done + failed where id = ?")
                .param(rotation.id())
                .update();
    }

    Optional<UUID> company() {
        return Optional.ofNullable(lastCompany);
    }

    Optional<UUID> secret() {
        return Optional.ofNullable(lastSecret);
    }

    boolean settled(Duration settledAfter) {
        return age.compareTo(settledAfter) > 0;
    }

    /** Whether the next walk is too early: it would find nothing, and prove nothing. */
    boolean waits(Duration settledAfter) {
        return walk > 1 && movedInWalk == 0 && lastCompany == null && !settled(settledAfter);
    }

    RotationRow walked(long moved, long failed) {
        return new RotationRow(
                id,
                dataKey,
                done + moved,
                walk,
                movedInWalk + moved,
                failedInWalk + failed,
                lastCompany,
                lastSecret,
                age);
    }

    RotationRow at(SecretRow last) {
        return new RotationRow(id, dataKey, done, walk, movedInWalk, failedInWalk, last.companyId(), last.id(), age);
    }

    RotationRow again() {
        return new RotationRow(id, dataKey, done, walk + 1, 0, 0, null, null, age);
    }

    void save(JdbcClient jdbc) {
        jdbc.sql("""
                update key_rotation
                set done = :done, walk = :walk, moved_in_walk = :moved, failed_in_walk = :failed,
                    failed = greatest(failed, :failed), company_id = :company, secret_id = :secret
                where id = :id
                """)
                .param("done", done)
                .param("walk", walk)
                .param("moved", movedInWalk)
                .param("failed", failedInWalk)
                .param("company", lastCompany, Types.OTHER)
                .param("secret", lastSecret, Types.OTHER)
                .param("id", id)
                .update();
    }

    private static RotationRow read(ResultSet row, int number) throws SQLException {
        return new RotationRow(
                row.getObject("id", UUID.class),
                row.getObject("data_key_id", UUID.class),
                row.getLong("done"),
                row.getInt("walk"),
                row.getLong("moved_in_walk"),
                row.getLong("failed_in_walk"),
                row.getObject("company_id", UUID.class),
                row.getObject("secret_id", UUID.class),
                Duration.ofMillis(Objects.requireNonNull(row.getBigDecimal("age"))
                        .movePointRight(3)
                        .longValue()));
    }
}
