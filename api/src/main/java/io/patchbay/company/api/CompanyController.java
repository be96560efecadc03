package io.patchbay.company.api;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.company.Company;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.identity.Viewer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
}
