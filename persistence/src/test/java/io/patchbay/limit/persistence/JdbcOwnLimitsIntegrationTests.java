package io.patchbay.limit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.CredentialsId;
import io.patchbay.limit.LimitKey;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.RateLimit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcOwnLimitsIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private final JdbcOwnLimits limits = new JdbcOwnLimits(TABLES.jdbc());
    private final CompanyId company = TABLES.company();

    @Test
    void areFoundByTheCredentialsOfTheInstance() {
        var limited = instance(new RateLimit(5, RateLimit.Unit.MINUTE));
        var free = instance(null);

        assertThat(limits.of(limited)).contains(new RateLimit(5, RateLimit.Unit.MINUTE));
        assertThat(limits.of(free)).isEmpty();
        assertThat(limits.of(new LimitKey(TABLES.company(), limited.credentials())))
                .isEmpty();
        assertThat(limits.of(new LimitKey(company, CredentialsId.next()))).isEmpty();
    }

    private LimitKey instance(@Nullable RateLimit limit) {
        var credentials = CredentialsId.next();
        TABLES.jdbc()
                .sql("insert into installed_system (company_id, system_slug, installed_at) values (?, 'ledger', ?)"
                        + " on conflict do nothing")
                .params(company.value(), Moments.toColumn(TestTables.NOW))
                .update();
        TABLES.jdbc()
                .sql("""
                insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                    date_format, credentials, status, created_at, updated_at, rate_limit_requests, rate_limit_per)
                values (?, ?, 1, 'INSTANCE', 'ledger', 'Books', 'LIVE', 'UTC', 'ISO_8601',
                    jsonb_build_object('id', ?::text, 'method', 'token', 'values', '{}'::jsonb), 'NOT_CHECKED', ?, ?, ?, ?)
                """)
                .params(
                        company.value(),
                        UUID.randomUUID(),
                        credentials.value().toString(),
                        Moments.toColumn(TestTables.NOW),
                        Moments.toColumn(TestTables.NOW),
                        limit == null ? null : limit.requests(),
                        limit == null ? null : limit.per().name())
                .update();
        return new LimitKey(company, credentials);
    }
}
