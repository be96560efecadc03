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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A list of each kind, and one made of them: each is read off an index, and no more of it than the page may hold. */
@Component
class JdbcExpiries implements Expiries {

    private static final SortKey END =
            SortKey.of(new SortKey.Part("it.ends_at", "%s", moment -> toColumn(Instant.parse(moment))));

    // As PostgreSQL compares UUIDs; Java takes their halves for signed numbers.
    private static final Comparator<Noted> SOONEST = Comparator.comparing(Noted::endsAt)
            .thenComparing(noted -> noted.id().toString());

    private final List<Listing<Noted>> kinds;
    private final Listing<Noted> all;

    JdbcExpiries(JdbcClient jdbc) {
        this.kinds = Stream.of("expiring_credential", "expiring_grant", "expiring_api_token")
                .map(view -> list(jdbc, view))
                .toList();
        this.all = list(jdbc, "expiry");
    }

    private static Listing<Noted> list(JdbcClient jdbc, String view) {
        return Listing.of(
                        jdbc,
                        "it.id, it.what, it.ends_at, it.exact, it.kind, it.access_id, it.credential",
                        view,
                        JdbcExpiries::read)
                .by(Map.of(Order.By.END, END));
    }

    @Override
    public Page<Noted> page(CompanyId company, ExpirySearch search, Instant tokensAfter, Page.Request request) {
        return together(
                kinds.stream()
                        .map(kind -> kind.page(matching(company, search, tokensAfter), request))
                        .toList(),
                request);
    }

    @Override
    public Count count(CompanyId company, ExpirySearch search, Instant tokensAfter) {
        return all.count(matching(company, search, tokensAfter));
    }

    private static Filter matching(CompanyId company, ExpirySearch search, Instant tokensAfter) {
        return Filter.of(company.value())
                .compare("it.ends_at", "<", toColumn(search.before()))
                .in("it.what", search.kinds())
                .where("(it.what <> 'API_TOKEN' or it.ends_at > %s)", toColumn(tokensAfter));
    }

    /** The page of all that the pages of each kind are part of. */
    private static Page<Noted> together(List<Page<Noted>> parts, Page.Request request) {
        var all = parts.stream()
                .flatMap(part -> part.items().stream())
                .sorted(request.order().descending() ? SOONEST.reversed() : SOONEST)
                .toList();
        var left = Math.max(all.size() - request.size(), 0);
        return request.backwards()
                ? new Page<>(
                        all.subList(left, all.size()),
                        parts.stream().anyMatch(Page::hasNext),
                        left > 0 || parts.stream().anyMatch(Page::hasPrevious))
                : new Page<>(
                        all.subList(0, all.size() - left),
                        left > 0 || parts.stream().anyMatch(Page::hasNext),
                        parts.stream().anyMatch(Page::hasPrevious));
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
