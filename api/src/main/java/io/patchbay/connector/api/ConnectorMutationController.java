package io.patchbay.connector.api;

import io.patchbay.access.AccessId;
import io.patchbay.api.Answer;
import io.patchbay.api.DeleteInput;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.CompanyGroupRemoval;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration;
import io.patchbay.credential.GivenCredential;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ConnectorMutationController {

    private final ConnectorAdministration administration;
    private final CompanyGroupRemoval groupRemoval;

    ConnectorMutationController(ConnectorAdministration administration, CompanyGroupRemoval groupRemoval) {
        this.administration = administration;
        this.groupRemoval = groupRemoval;
    }

    @MutationMapping
    ConnectorPayload updateConnector(@Argument UpdateConnectorInput input) {
        return ConnectorPayload.of(administration.update(accessId(input.id()), input.version(), input.change()));
    }

    @MutationMapping
    ConnectorPayload replaceConnectorCredentials(@Argument ReplaceCredentialsInput input) {
        return ConnectorPayload.of(administration.replaceCredentials(
                accessId(input.id()), input.version(), input.authenticationMethod(), input.credentials()));
    }

    @MutationMapping
    DeleteConnectorPayload deleteConnector(@Argument DeleteInput input) {
        return DeleteConnectorPayload.of(administration.remove(accessId(input.id()), input.version()));
    }

    @MutationMapping
    DeleteCompanyGroupPayload deleteCompanyGroup(@Argument DeleteInput input) {
        return DeleteCompanyGroupPayload.of(
                groupRemoval.remove(new CompanyGroupId(input.uuid(NodeType.COMPANY_GROUP)), input.version()));
    }

    private static AccessId accessId(String id) {
        return new AccessId(GlobalId.uuid(NodeType.CONNECTOR, id));
    }

    record UpdateConnectorInput(
            String id,
            int version,
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String dateFormat) {

        ConnectorAdministration.Change change() {
            return new ConnectorAdministration.Change(name, timeZone, dateFormat);
        }
    }

    record ReplaceCredentialsInput(
            String id, int version, String authenticationMethod, List<GivenCredential> credentials) {}

    record ConnectorPayload(@Nullable Connector connector, List<Refusal> userErrors) implements Payload {

        static ConnectorPayload of(Outcome<Connector> outcome) {
            return new ConnectorPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }

    record DeleteConnectorPayload(@Nullable String deletedConnectorId, List<Refusal> userErrors) implements Payload {

        static DeleteConnectorPayload of(Outcome<Connector> outcome) {
            return new DeleteConnectorPayload(
                    Answer.orNull(outcome.map(
                            gone -> GlobalId.of(NodeType.CONNECTOR, gone.id().value()))),
                    outcome.refusals());
        }
    }

    record DeleteCompanyGroupPayload(@Nullable String deletedCompanyGroupId, List<Refusal> userErrors)
            implements Payload {

        static DeleteCompanyGroupPayload of(Outcome<CompanyGroup> outcome) {
            return new DeleteCompanyGroupPayload(
                    Answer.orNull(outcome.map(gone ->
                            GlobalId.of(NodeType.COMPANY_GROUP, gone.id().value()))),
                    outcome.refusals());
        }
    }
}
