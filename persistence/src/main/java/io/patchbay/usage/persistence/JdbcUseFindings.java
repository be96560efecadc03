package io.patchbay.usage.persistence;

import io.patchbay.persistence.Moments;
import io.patchbay.usage.Evidence;
import io.patchbay.usage.Finding;
import io.patchbay.usage.UseFindings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lets the columns of the last check follow uses, and the tasks of the scheduler too (decision 0025). */
@Component
class JdbcUseFindings implements UseFindings {

    /** Within that, a check has its say before the failure of another use is believed. */
    private static final String BELIEVED_ONCE_IN = "interval '1 hour'";

    /** Between a check and one that a use asks for. */
    private static final String AFTER_DOUBT = "interval '1 minute'";

    /** The same where credentials were refused, because vendors lock accounts that keep failing. */
    private static final String AFTER_REFUSAL = "interval '1 hour'";

    // A moment from the future is that of another node's clock, and would keep out whatever comes until then.
    private static final String OF_THESE_CREDENTIALS_AND_NEWER = """
            it.company_id = :company and it.id = :access and it.credentials ->> 'id' = :credentials
                and (it.checked_at is null or it.checked_at < :at or it.checked_at > now() + interval '1 second')
            """;

    private static final String TOLD_BY_A_USE = """
            exists (select 1 from use_failure failure
                where failure.company_id = it.company_id and failure.access_id = it.id
                    and failure.believed_at = it.checked_at)
            """;

    private final JdbcClient jdbc;

    JdbcUseFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // Rows that somebody else holds are passed over, so no two nodes ever wait for each other.
    @Override
    public List<Finding> confirm(Collection<Finding> findings) {
        var confirmed = Set.copyOf(jdbc.sql("""
                with confirmed as materialized (
                    select it.company_id, it.id, told.at, told.next_check * interval '1 ms' as next_check
                    from unnest(cast(:companies as uuid[]), cast(:accesses as uuid[]), cast(:credentials as text[]),
                        cast(:moments as timestamptz[]), cast(:next_checks as bigint[]))
                        as told (company_id, id, credentials, at, next_check)
                    join system_access it on it.company_id = told.company_id and it.id = told.id
                    where it.credentials ->> 'id' = told.credentials and it.status = 'OPERATIONAL'
                        and (it.checked_at < told.at or it.checked_at > now() + interval '1 second')
                    for no key update of it skip locked),
                put_off as (
                    update scheduled_tasks task
                    set execution_time = now() + confirmed.next_check, version = task.version + 1
                    from confirmed
                    where task.task_name = 'check'
                        and task.task_instance = confirmed.company_id || '/' || confirmed.id
                        and not task.picked
                        and task.execution_time between now() + interval '1 minute' and now() + confirmed.next_check)
                update system_access it
                set checked_at = confirmed.at, check_reason = nullif(it.check_reason, 'RATE_LIMITED'),
                    check_hint = case when it.check_reason = 'RATE_LIMITED' then null else it.check_hint end
                from confirmed
                where it.company_id = confirmed.company_id and it.id = confirmed.id
                returning it.id
                """)
                .param(
                        "companies",
                        findings.stream()
                                .map(it -> it.access().companyId().value())
                                .toArray(UUID[]::new))
                .param(
                        "accesses",
                        findings.stream().map(it -> it.access().id().value()).toArray(UUID[]::new))
                .param(
                        "credentials",
                        findings.stream().map(JdbcUseFindings::credentials).toArray(String[]::new))
                .param(
                        "moments",
                        findings.stream().map(it -> it.newest().at().toString()).toArray(String[]::new))
                .param(
                        "next_checks",
                        findings.stream().map(JdbcUseFindings::nextCheck).toArray(Long[]::new))
                .query(UUID.class)
                .list());
        return findings.stream()
                .filter(it -> !confirmed.contains(it.access().id().value()))
                .toList();
    }

    @Override
    public void tell(Finding finding) {
        switch (finding.evidence()) {
            case Evidence.Proof _ -> {
                operational(
                        finding,
                        "it.status in ('NOT_CHECKED', 'OPERATIONAL', 'SYSTEM_UNREACHABLE')"
                                + " or it.status = 'FAILED_AUTHENTICATION' and " + TOLD_BY_A_USE);
                hasten(finding, "it.status in ('FAILED_AUTHENTICATION', 'NEEDS_RECONNECT')", AFTER_REFUSAL);
            }
            case Evidence.Life _ -> {
                operational(finding, "it.status = 'SYSTEM_UNREACHABLE' and " + TOLD_BY_A_USE);
                hasten(finding, "it.status = 'SYSTEM_UNREACHABLE'", AFTER_DOUBT);
            }
            case Evidence.Trouble _ -> hasten(finding, "it.status = 'OPERATIONAL'", AFTER_DOUBT);
            case Evidence.Failure failure -> {
                failed(finding, failure);
                hasten(finding, "it.status = 'OPERATIONAL' or it.checked_at = :at", AFTER_DOUBT);
            }
        }
        if (finding.doubted()) {
            hasten(finding, "it.status = 'OPERATIONAL'", AFTER_DOUBT);
        }
    }

    /** What a check has said beside that it is operational stays, such as that a permission is missing. */
    private void operational(Finding finding, String where) {
        of(finding, """
                update system_access it
                set status = 'OPERATIONAL',
                    check_reason = case when it.status = 'OPERATIONAL' then it.check_reason end,
                    check_hint = case when it.status = 'OPERATIONAL' then it.check_hint end,
                    check_latency_ms = case when it.status = 'OPERATIONAL' then it.check_latency_ms else :took end,
                    checked_at = :at
                where %s and (%s)
                """.formatted(OF_THESE_CREDENTIALS_AND_NEWER, where))
                .param("took", (int) finding.newest().took().toMillis())
                .update();
    }

    private void failed(Finding finding, Evidence.Failure failure) {
        of(finding, """
                with moved as (
                    update system_access it
                    set status = :status, check_reason = :reason, check_hint = :hint, check_latency_ms = null,
                        checked_at = :at
                    where %s and (it.status in ('NOT_CHECKED', 'OPERATIONAL')
                            or it.status = 'SYSTEM_UNREACHABLE' and :status <> 'SYSTEM_UNREACHABLE')
                        and not exists (select 1 from use_failure failure
                            where failure.company_id = it.company_id and failure.access_id = it.id
                                and failure.believed_at between :at - %s and :at)
                    returning it.company_id, it.id)
                insert into use_failure (company_id, access_id, believed_at)
                    select company_id, id, :at from moved
                    on conflict (company_id, access_id) do update set believed_at = excluded.believed_at
                """.formatted(OF_THESE_CREDENTIALS_AND_NEWER, BELIEVED_ONCE_IN))
                .param("status", failure.status().name())
                .param("reason", failure.reason().name())
                .param("hint", finding.hint())
                .update();
    }

    private void hasten(Finding finding, String where, String distance) {
        of(finding, """
                select hasten_check(it.company_id, it.id, %s) from system_access it
                where it.company_id = :company and it.id = :access and it.credentials ->> 'id' = :credentials
                    and (%s) and :at is not null
                """.formatted(distance, where)).query().listOfRows();
    }

    private StatementSpec of(Finding finding, String sql) {
        return jdbc.sql(sql)
                .param("company", finding.access().companyId().value())
                .param("access", finding.access().id().value())
                .param("credentials", credentials(finding))
                .param("at", Moments.toColumn(finding.newest().at()));
    }

    private static String credentials(Finding finding) {
        return finding.access().credentials().id().value().toString();
    }

    private static @Nullable Long nextCheck(Finding finding) {
        return finding.nextCheck() == null ? null : finding.nextCheck().toMillis();
    }
}
