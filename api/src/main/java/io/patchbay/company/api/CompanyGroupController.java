package io.patchbay.company.api;

import io.patchbay.api.Answer;
import io.patchbay.api.Connection;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NamedOrder;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.api.PageArguments;
import io.patchbay.api.Payload;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CompanyGroupController implements NodeSource {

    private final CompanyGroups groups;
    private final CompanyAdministration administration;
    private final CurrentViewer currentViewer;

    CompanyGroupController(CompanyGroups groups, CompanyAdministration administration, CurrentViewer currentViewer) {
        this.groups = groups;
        this.administration = administration;
        this.currentViewer = currentViewer;
    }

    @QueryMapping
    @Nullable
    CompanyGroup companyGroup(@Argument String id) {
        return find(GlobalId.uuid(NodeType.COMPANY_GROUP, id)).orElse(null);
    }

    @QueryMapping
    Connection<CompanyGroup> companyGroups(
            @Arguments PageArguments page,
            @Argument @Nullable CompanyGroupFilter filter,
            @Argument @Nullable NamedOrder orderBy) {
        var search = filter == null ? null : filter.text();
        var order = NamedOrder.of(orderBy);
        return Connection.of(
                NodeType.COMPANY_GROUP,
                order,
                groups.page(company(), search, page.request(NodeType.COMPANY_GROUP, order)),
                CompanyGroup::place,
                () -> groups.count(company(), search));
    }

    @MutationMapping
    CompanyGroupPayload createCompanyGroup(@Argument CreateCompanyGroupInput input) {
        return CompanyGroupPayload.of(administration.createGroup(input.name()));
    }

    @MutationMapping
    CompanyGroupPayload renameCompanyGroup(@Argument RenameCompanyGroupInput input) {
        return CompanyGroupPayload.of(administration.renameGroup(input.groupId(), input.version(), input.name()));
    }

    @Override
    public NodeType type() {
        return NodeType.COMPANY_GROUP;
    }

    @Override
    public Optional<CompanyGroup> find(GlobalId id) {
        return find(id.uuid());
    }

    @Override
    public Map<GlobalId, ?> findAll(Set<GlobalId> ids) {
        return groups
                .findAll(
                        company(),
                        ids.stream().map(id -> new CompanyGroupId(id.uuid())).toList())
                .stream()
                .collect(Collectors.toMap(
                        it -> new GlobalId(
                                NodeType.COMPANY_GROUP, it.id().value().toString()),
                        Function.identity()));
    }

    private Optional<CompanyGroup> find(UUID id) {
        return groups.find(company(), new CompanyGroupId(id));
    }

    private CompanyId company() {
        return currentViewer.viewer().companyId();
    }

    record CompanyGroupFilter(@Nullable String search) {

        @Nullable
        String text() {
            return search == null || search.isBlank() ? null : search.strip();
        }
    }

    record CreateCompanyGroupInput(String name) {}

    record RenameCompanyGroupInput(String id, int version, String name) {

        CompanyGroupId groupId() {
            return new CompanyGroupId(GlobalId.uuid(NodeType.COMPANY_GROUP, id));
        }
    }

    record CompanyGroupPayload(@Nullable CompanyGroup companyGroup, List<Refusal> userErrors) implements Payload {

        static CompanyGroupPayload of(Outcome<CompanyGroup> outcome) {
            return new CompanyGroupPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }
}
