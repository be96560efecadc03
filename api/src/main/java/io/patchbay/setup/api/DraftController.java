package io.patchbay.setup.api;

import io.patchbay.api.Connection;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.api.OrderDirection;
import io.patchbay.api.PageArguments;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.Order;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class DraftController implements NodeSource {

    private final DraftSetup setup;

    DraftController(DraftSetup setup) {
        this.setup = setup;
    }

    @QueryMapping
    @Nullable
    Draft draft(@Argument String id) {
        return setup.find(new DraftId(GlobalId.uuid(NodeType.DRAFT, id))).orElse(null);
    }

    @QueryMapping
    Connection<Draft> drafts(
            @Arguments PageArguments page,
            @Argument @Nullable DraftFilter filter,
            @Argument @Nullable DraftOrder orderBy) {
        var kind = filter == null ? null : filter.kind();
        var order = DraftOrder.of(orderBy);
        return Connection.of(
                NodeType.DRAFT,
                order,
                setup.page(kind, page.request(NodeType.DRAFT, order)),
                Draft::place,
                () -> setup.count(kind));
    }

    @Override
    public NodeType type() {
        return NodeType.DRAFT;
    }

    @Override
    public Optional<Draft> find(GlobalId id) {
        return setup.find(new DraftId(id.uuid()));
    }

    @Override
    public Map<GlobalId, ?> findAll(Set<GlobalId> ids) {
        return setup.findAll(ids.stream().map(id -> new DraftId(id.uuid())).toList()).stream()
                .collect(Collectors.toMap(
                        it -> new GlobalId(NodeType.DRAFT, it.id().value().toString()), Function.identity()));
    }

    record DraftFilter(@Nullable SetupKind kind) {}

    /** In which order drafts are wanted. */
    record DraftOrder(Field field, OrderDirection direction) {

        enum Field {
            STARTED_AT,
            TOUCHED_AT
        }

        static Order of(@Nullable DraftOrder given) {
            return given == null
                    ? Order.NEWEST_FIRST
                    : given.direction().by(given.field() == Field.TOUCHED_AT ? Order.By.CHANGE : Order.By.BIRTH);
        }
    }
}
