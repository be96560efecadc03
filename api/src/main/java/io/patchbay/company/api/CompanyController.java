package io.patchbay.company.api;

import io.patchbay.api.Answer;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.company.Company;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.identity.Viewer;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class CompanyController implements NodeSource {

    private final CompanyAdministration administration;

    CompanyController(CompanyAdministration administration) {
        this.administration = administration;
    }

    @SchemaMapping
    Company company(Viewer viewer) {
        return administration.company();
    }

    @MutationMapping
    RenameCompanyPayload renameCompany(@Argument RenameCompanyInput input) {
        return RenameCompanyPayload.of(administration.rename(input.version(), input.name()));
    }

    @SchemaMapping
    String id(Company company) {
        return GlobalId.of(NodeType.COMPANY, company.id().value());
    }

    @SchemaMapping
    String name(Company company) {
        return company.name().value();
    }

    @Override
    public NodeType type() {
        return NodeType.COMPANY;
    }

    @Override
    public Optional<Company> find(GlobalId id) {
        return Optional.of(administration.company())
                .filter(company -> company.id().value().equals(id.uuid()));
    }

    @Override
    public Map<GlobalId, ?> findAll(Set<GlobalId> ids) {
        var own = administration.company();
        var id = new GlobalId(NodeType.COMPANY, own.id().value().toString());
        return ids.contains(id) ? Map.of(id, own) : Map.of();
    }

    record RenameCompanyInput(int version, String name) {}

    record RenameCompanyPayload(@Nullable Company company, List<Refusal> userErrors) implements Payload {

        static RenameCompanyPayload of(Outcome<Company> outcome) {
            return new RenameCompanyPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }
}
