package io.patchbay.history.api;

import graphql.schema.DataFetchingEnvironment;
import io.patchbay.access.AccessId;
import io.patchbay.access.HasAccess;
import io.patchbay.api.Connection;
import io.patchbay.api.NodeType;
import io.patchbay.api.OrderDirection;
import io.patchbay.api.PageArguments;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.CheckHistory.Part;
import io.patchbay.history.CheckPeriod;
import io.patchbay.history.Uptime;
import io.patchbay.history.UptimeSpan;
import io.patchbay.history.Uptimes;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the history of a whole list in a statement for each different question, and only where somebody asks for it. */
@Component
class HistoryLoading {

    private static final String CHECKS = "checks";
    private static final String UPTIME = "uptime";
    private static final Page<CheckPeriod> NOTHING = new Page<>(List.of(), false, false);

    private final CheckHistory history;
    private final Uptimes uptimes;

    HistoryLoading(BatchLoaderRegistry loaders, CheckHistory history, Uptimes uptimes) {
        this.history = history;
        this.uptimes = uptimes;
        loaders.<OfOne<Periods>, Connection<CheckPeriod>>forName(CHECKS)
                .registerMappedBatchLoader((keys, environment) -> Mono.just(checks(keys)));
        loaders.<OfOne<UptimeSpan>, Uptime>forName(UPTIME)
                .registerMappedBatchLoader((keys, environment) -> Mono.just(uptimes(keys)));
    }

    /** What somebody wants to know of one connector or instance. */
    private record OfOne<Q>(CompanyId company, AccessId access, Q question) {

        Shared<Q> shared() {
            return new Shared<>(company, question);
        }
    }

    /** What is asked in one statement of however many. */
    private record Shared<Q>(CompanyId company, Q question) {}

    private record Periods(Part part, Order order, boolean counted) {}

    static CompletableFuture<Connection<CheckPeriod>> checks(DataFetchingEnvironment asked) {
        var page = new PageArguments(
                        asked.getArgument("first"),
                        asked.getArgument("after"),
                        asked.getArgument("last"),
                        asked.getArgument("before"))
                .request(NodeType.CHECK, order(asked.getArgument("orderBy")));
        var part = new Part(
                page.size(),
                page.from() == null ? null : number(page.from()),
                page.backwards() == page.order().descending(),
                asked.getArgumentOrDefault("changesOnly", false));
        return load(
                asked,
                CHECKS,
                new Periods(part, page.order(), asked.getSelectionSet().contains("totalCount")));
    }

    /** Periods go by time and by nothing else. */
    private static Order order(@Nullable Map<String, String> orderBy) {
        return orderBy == null
                ? Order.NEWEST_FIRST
                : OrderDirection.valueOf(Objects.requireNonNull(orderBy.get("direction")))
                        .by(Order.By.BIRTH);
    }

    static CompletableFuture<Uptime> uptime(DataFetchingEnvironment asked) {
        return load(asked, UPTIME, UptimeSpan.valueOf(Objects.requireNonNull(asked.getArgument("over"))));
    }

    private static <Q, A> CompletableFuture<A> load(DataFetchingEnvironment asked, String loader, Q question) {
        var access = Objects.requireNonNull(asked.<HasAccess>getSource()).access();
        return Objects.requireNonNull(asked.<OfOne<Q>, A>getDataLoader(loader))
                .load(new OfOne<>(access.companyId(), access.id(), question));
    }

    private Map<OfOne<Periods>, Connection<CheckPeriod>> checks(Set<OfOne<Periods>> keys) {
        var found = new HashMap<OfOne<Periods>, Connection<CheckPeriod>>();
        grouped(keys).forEach((shared, ofEach) -> {
            var part = shared.question().part();
            var pages = history.pages(shared.company(), accesses(ofEach), part);
            var counts = shared.question().counted()
                    ? history.counts(shared.company(), accesses(ofEach), part.changesOnly())
                    : Map.<AccessId, Count>of();
            ofEach.forEach(key -> found.put(
                    key,
                    connection(
                            key.question().order(),
                            pages.getOrDefault(key.access(), NOTHING),
                            counts.get(key.access()))));
        });
        return found;
    }

    private Map<OfOne<UptimeSpan>, Uptime> uptimes(Set<OfOne<UptimeSpan>> keys) {
        var found = new HashMap<OfOne<UptimeSpan>, Uptime>();
        grouped(keys).forEach((shared, ofEach) -> {
            var each = uptimes.of(shared.company(), accesses(ofEach), shared.question());
            ofEach.forEach(key -> found.put(key, Objects.requireNonNull(each.get(key.access()))));
        });
        return found;
    }

    private static <Q> Map<Shared<Q>, List<OfOne<Q>>> grouped(Set<OfOne<Q>> keys) {
        return keys.stream().collect(Collectors.groupingBy(OfOne::shared));
    }

    private static List<AccessId> accesses(Collection<? extends OfOne<?>> keys) {
        return keys.stream().map(OfOne::access).toList();
    }

    private static Connection<CheckPeriod> connection(
            Order order, Page<CheckPeriod> newestFirst, @Nullable Count count) {
        return Connection.of(
                NodeType.CHECK,
                order,
                order.descending() ? newestFirst : newestFirst.reversed(),
                (period, by) -> place(period.number()),
                () -> Objects.requireNonNull(count));
    }

    // Periods have numbers, cursors hold UUIDs.
    private static Page.Place place(int number) {
        return Page.Place.of(new UUID(0, number));
    }

    private static int number(Page.Place place) {
        return (int) place.id().getLeastSignificantBits();
    }
}
