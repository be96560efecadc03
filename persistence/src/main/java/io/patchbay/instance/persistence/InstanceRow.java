package io.patchbay.instance.persistence;

import io.patchbay.access.persistence.SystemAccessRow;
import io.patchbay.instance.Instance;
import io.patchbay.system.RateLimit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance's row: what it shares with a connector, and its rate limit. */
final class InstanceRow {

    static final String COLUMNS = SystemAccessRow.COLUMNS + ", it.rate_limit_requests, it.rate_limit_per";

    private InstanceRow() {}

    static Map<String, @Nullable Object> own(Instance instance) {
        var limit = instance.rateLimit();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("rate_limit_requests", limit == null ? null : limit.requests());
        columns.put("rate_limit_per", limit == null ? null : limit.per().name());
        return columns;
    }

    static Instance read(ResultSet row, int number) throws SQLException {
        var per = row.getString("rate_limit_per");
        return new Instance(
                SystemAccessRow.read(row),
                per == null ? null : new RateLimit(row.getInt("rate_limit_requests"), RateLimit.Unit.valueOf(per)));
    }
}
