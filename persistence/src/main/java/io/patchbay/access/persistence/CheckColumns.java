package io.patchbay.access.persistence;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.persistence.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The last check as columns of its access; all of them say "not checked" where there is none. */
final class CheckColumns {

    static final String NAMES = "it.status, it.check_reason, it.check_hint, it.check_latency_ms, it.checked_at";

    private CheckColumns() {}

    static SequencedMap<String, @Nullable Object> of(@Nullable Check check) {
        var reason = check == null ? null : check.reason();
        var latency = check == null ? null : check.latency();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("status", (check == null ? AccessStatus.NOT_CHECKED : check.status()).name());
        columns.put("check_reason", reason == null ? null : reason.name());
        columns.put("check_hint", check == null ? null : check.hint());
        columns.put("check_latency_ms", latency == null ? null : (int) latency.toMillis());
        columns.put("checked_at", check == null ? null : Moments.toColumn(check.checkedAt()));
        return columns;
    }

    static @Nullable Check read(ResultSet row) throws SQLException {
        if (row.getObject("checked_at") == null) {
            return null;
        }
        var reason = row.getString("check_reason");
        var latency = row.getObject("check_latency_ms", Integer.class);
        return new Check(
                AccessStatus.valueOf(row.getString("status")),
                reason == null ? null : CheckReason.valueOf(reason),
                row.getString("check_hint"),
                latency == null ? null : Duration.ofMillis(latency),
                Moments.read(row, "checked_at"));
    }
}
