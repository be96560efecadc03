package io.patchbay.access.persistence;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenTrouble;
import io.patchbay.token.TokenWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the status of a connector or an instance follow that of its tokens, which nobody has to ask for. */
@Component
class JdbcTokenWatch implements TokenWatch {

    private final JdbcClient jdbc;

    JdbcTokenWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void needsReconnect(TokenGrant grant, TokenTrouble why, Instant now) {
        write(grant, new Check(AccessStatus.NEEDS_RECONNECT, CheckReason.of(why), null, null, now), "true");
    }

    // What another check found out, such as a missing permission, says more than that there are tokens.
    @Override
    public void renewed(TokenGrant grant, Instant now) {
        write(grant, new Check(AccessStatus.OPERATIONAL, null, null, null, now), "status = 'NEEDS_RECONNECT'");
    }

    private void write(TokenGrant grant, Check check, String condition) {
        var columns = CheckColumns.of(check);
        var assignments = columns.keySet().stream().map(it -> it + " = ?").collect(Collectors.joining(", "));
        var parameters = new ArrayList<@Nullable Object>(columns.values());
        parameters.add(grant.companyId().value());
        parameters.add(grant.credentials().value().toString());
        jdbc.sql("update system_access set " + assignments + " where company_id = ? and credentials ->> 'id' = ? and "
                        + condition)
                .params(parameters)
                .update();
    }
}
