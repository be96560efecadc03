package io.patchbay.limit.persistence;

import io.patchbay.limit.LimitKey;
import io.patchbay.limit.OwnLimits;
import io.patchbay.system.RateLimit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOwnLimits implements OwnLimits {

    private final JdbcClient jdbc;

    JdbcOwnLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RateLimit> of(LimitKey key) {
        return jdbc.sql("""
                select rate_limit_requests, rate_limit_per from system_access
                where company_id = ? and credentials ->> 'id' = ? and rate_limit_requests is not null limit 1
                """)
                .params(key.company().value(), key.credentials().value().toString())
                .query((row, number) -> new RateLimit(
                        row.getInt("rate_limit_requests"), RateLimit.Unit.valueOf(row.getString("rate_limit_per"))))
                .optional();
    }
}
