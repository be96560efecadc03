package io.patchbay.attention.api;

import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.api.Connection;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.OrderDirection;
import io.patchbay.api.PageArguments;
import io.patchbay.attention.Attention;
import io.patchbay.attention.Concern;
import io.patchbay.attention.ConcernSearch;
import io.patchbay.attention.Concerns;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.shared.Order;
import io.patchbay.system.Environment;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AttentionController {

    private final Attention attention;

    AttentionController(Attention attention) {
        this.attention = attention;
    }

    @QueryMapping
    Connection<Concern> needsAttention(
            @Arguments PageArguments page,
            @Argument @Nullable ConcernFilter filter,
            @Argument @Nullable ConcernOrder orderBy) {
        var search = filter == null ? ConcernSearch.ANY : filter.asSearch();
        var order = orderBy == null ? Concerns.ORDER : orderBy.asOrder();
        return Connection.of(
                NodeType.CONCERN,
                order,
                attention.page(search, page.request(NodeType.CONCERN, order)),
                (concern, by) -> concern.place(),
                () -> attention.count(search));
    }

    @SchemaMapping
    HasAccess access(Concern concern) {
        return concern.subject();
    }

    record ConcernOrder(Field field, OrderDirection direction) {

        enum Field {
            URGENCY
        }

        Order asOrder() {
            return direction.by(
                    switch (field) {
                        case URGENCY -> Order.By.URGENCY;
                    });
        }
    }

    record ConcernFilter(
            @Nullable AccessKind kind,
            @Nullable Environment environment,
            @Nullable String systemSlug,
            @Nullable String companyGroupId) {

        ConcernSearch asSearch() {
            return new ConcernSearch(
                    kind,
                    environment,
                    systemSlug,
                    companyGroupId == null
                            ? null
                            : new CompanyGroupId(GlobalId.uuid(NodeType.COMPANY_GROUP, companyGroupId)));
        }
    }
}
