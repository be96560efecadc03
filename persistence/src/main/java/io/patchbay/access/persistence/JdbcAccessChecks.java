package io.patchbay.access.persistence;

import io.patchbay.access.AccessChecks;
import io.patchbay.access.Check;
import io.patchbay.access.CheckPace;
import io.patchbay.access.SystemAccess;
import io.patchbay.credential.persistence.CredentialsColumn;
import io.patchbay.persistence.Moments;
import io.patchbay.system.SystemDefinitions;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class JdbcAccessChecks implements AccessChecks {

    // A moment from the future is that of another node's clock, and would keep out whatever comes until then.
    private static final String NOT_SEEN_LATER =
            "(checked_at is null or checked_at <= ? or checked_at > now() + interval '1 second')";

    private final JdbcClient jdbc;
    private final SystemDefinitions systems;

    JdbcAccessChecks(JdbcClient jdbc, SystemDefinitions systems) {
        this.jdbc = jdbc;
        this.systems = systems;
    }

    @Override
    public boolean record(SystemAccess checked, Check result) {
        var columns = CheckColumns.of(result);
        columns.put("check_holds_until", Moments.toColumn(pace(checked).holdsUntil(result)));
        var assignments = columns.keySet().stream().map(it -> it + " = ?").collect(Collectors.joining(", "));
        var parameters = new ArrayList<@Nullable Object>(columns.values());
        parameters.add(checked.companyId().value());
        parameters.add(checked.id().value());
        parameters.add(CredentialsColumn.of(checked.credentials()));
        parameters.add(Moments.toColumn(result.checkedAt()));
        return jdbc.sql("update system_access set " + assignments + lazily()
                                + " where company_id = ? and id = ? and credentials = ? and " + NOT_SEEN_LATER)
                        .params(parameters)
                        .update()
                == 1;
    }

    /**
     * Commits without waiting for the disk. Transactions that notify commit one after the other (decision 0015), so whoever
     * waits for the disk makes all the others wait who check or create. A result that is lost with the power is looked for
     * again: when to check next is written later than the result, and never survives it. Not inside a transaction of
     * somebody else, whose work is no such thing.
     */
    private static String lazily() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? ""
                : " from (select set_config('synchronous_commit', 'off', true)) as lazily";
    }

    private CheckPace pace(SystemAccess access) {
        return systems.find(access.system())
                .map(system -> system.defaults().checkEvery())
                .map(CheckPace::new)
                .orElse(CheckPace.HOURLY);
    }
}
