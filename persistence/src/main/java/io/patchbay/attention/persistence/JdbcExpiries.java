package io.patchbay.attention.persistence;

import static io.patchbay.persistence.Moments.toColumn;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.attention.Expiries;
import io.patchbay.attention.Expiring;
import io.patchbay.attention.ExpirySearch;
import io.patchbay.persistence.Filter;
import io.patchbay.persistence.Listing;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.SortKey;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcExpiries implements Expiries {

    private static final SortKey END =
            SortKey.of(new SortKey.Part("it.ends_at", "%s", moment -> toColumn(Instant.parse(moment))));

    private final Listing<Noted> list;

    JdbcExpiries(JdbcClient jdbc) {
        this.list = Listing.of(
                        jdbc,
                        "it.id, it.what, it.ends_at, it.exact, it.kind, it.access_id, it.credential",
                        "expiry",
                        JdbcExpiries::read)
                .by(Map.of(Order.By.END, END));
    }

    @Override
    public Page<Noted> page(CompanyId company, ExpirySearch search, Instant tokensAfter, Page.Request request) {
        return list.page(matching(company, search, tokensAfter), request);
    }

    @Override
    public Count count(CompanyId company, ExpirySearch search, Instant tokensAfter) {
        return list.count(matching(company, search, tokensAfter));
    }

    private static Filter matching(CompanyId company, ExpirySearch search, Instant tokensAfter) {
        return Filter.of(company.value())
                .compare("it.ends_at", "<", toColumn(search.before()))
                .in("it.what", search.kinds())
                .where("(it.what <> 'API_TOKEN' or it.ends_at > %s)", toColumn(tokensAfter));
    }

    private static Noted read(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        var access = row.getObject("access_id", UUID.class);
        return new Noted(
                row.getObject("id", UUID.class),
                Expiring.Kind.valueOf(row.getString("what")),
                Moments.read(row, "ends_at"),
                row.getBoolean("exact"),
                kind == null ? null : AccessKind.valueOf(kind),
                access == null ? null : new AccessId(access),
                row.getString("credential"));
    }
}
