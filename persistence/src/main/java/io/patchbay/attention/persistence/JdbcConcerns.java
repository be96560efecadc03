package io.patchbay.attention.persistence;

import static io.patchbay.persistence.Moments.toColumn;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.attention.ConcernSearch;
import io.patchbay.attention.Concerns;
import io.patchbay.attention.Severity;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcConcerns implements Concerns {

    private static final SortKey URGENCY = SortKey.of(
            new SortKey.Part("it.attention", "%s", key -> Short.valueOf(key.substring(0, 1))),
            new SortKey.Part("it.attention_since", "%s", key -> toColumn(Instant.parse(key.substring(2)))));

    private final Listing<Noted> list;

    JdbcConcerns(JdbcClient jdbc) {
        this.list = Listing.of(
                        jdbc,
                        "it.kind, it.id, it.attention, it.attention_since",
                        SystemAccessTable.NAME,
                        JdbcConcerns::read)
                .by(Map.of(Order.By.URGENCY, URGENCY));
    }

    @Override
    public Page<Noted> page(CompanyId company, ConcernSearch search, Instant untriedBefore, Page.Request request) {
        return list.page(matching(company, search, untriedBefore), request);
    }

    @Override
    public Count count(CompanyId company, ConcernSearch search, Instant untriedBefore) {
        return list.count(matching(company, search, untriedBefore));
    }

    private static Filter matching(CompanyId company, ConcernSearch search, Instant untriedBefore) {
        var group = search.group();
        return Filter.of(company.value())
                .where("it.attention is not null")
                .where(
                        "(it.attention > " + Concerns.urgency(Severity.UNTRIED) + " or it.attention_since < %s)",
                        toColumn(untriedBefore))
                .equal("it.kind", name(search.kind()))
                .equal("it.environment", name(search.environment()))
                .equal("it.system_slug", search.systemSlug())
                .equal("it.company_group_id", group == null ? null : group.value());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Noted read(ResultSet row, int number) throws SQLException {
        return new Noted(
                AccessKind.valueOf(row.getString("kind")),
                new AccessId(row.getObject("id", UUID.class)),
                Concerns.severity(row.getInt("attention")),
                Moments.read(row, "attention_since"));
    }
}
