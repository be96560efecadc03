package io.patchbay.setup.api;

import io.patchbay.api.Answer;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.Connector;
import io.patchbay.credential.GivenCredential;
import io.patchbay.instance.Instance;
import io.patchbay.instance.RateLimitInput;
import io.patchbay.setup.ConnectorSetup;
import io.patchbay.setup.General;
import io.patchbay.setup.InstanceSetup;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.setup.Wish;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.system.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class SetupController {

    private final ConnectorSetup connectors;
    private final InstanceSetup instances;

    SetupController(ConnectorSetup connectors, InstanceSetup instances) {
        this.connectors = connectors;
        this.instances = instances;
    }

    @MutationMapping
    CreateConnectorPayload createConnector(@Argument CreateConnectorInput input) {
        return CreateConnectorPayload.of(connectors.create(input.wish()));
    }

    @MutationMapping
    CreateInstancePayload createInstance(@Argument CreateInstanceInput input) {
        return CreateInstancePayload.of(instances.create(input.wish()));
    }

    record CreateConnectorInput(
            String systemSlug,
            String name,
            @Nullable String companyGroupId,
            Environment environment,
            @Nullable String timeZone,
            @Nullable String dateFormat,
            String authenticationMethod,
            List<GivenCredential> credentials) {

        Wish wish() {
            return new Wish(
                    systemSlug,
                    new General.Typed(name, group(), environment),
                    new TimeAndDate.Typed(timeZone, dateFormat, null),
                    authenticationMethod,
                    credentials);
        }

        private @Nullable CompanyGroupId group() {
            return companyGroupId == null
                    ? null
                    : new CompanyGroupId(GlobalId.uuid(NodeType.COMPANY_GROUP, companyGroupId));
        }
    }

    record CreateInstanceInput(
            String systemSlug,
            String name,
            @Nullable Environment environment,
            @Nullable String timeZone,
            @Nullable String dateFormat,
            String authenticationMethod,
            List<GivenCredential> credentials,
            @Nullable RateLimitInput rateLimit) {

        Wish wish() {
            return new Wish(
                    systemSlug,
                    new General.Typed(name, null, environment),
                    new TimeAndDate.Typed(timeZone, dateFormat, rateLimit),
                    authenticationMethod,
                    credentials);
        }
    }

    record CreateConnectorPayload(@Nullable Connector connector, List<Refusal> userErrors) implements Payload {

        static CreateConnectorPayload of(Outcome<Connector> outcome) {
            return new CreateConnectorPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }

    record CreateInstancePayload(@Nullable Instance instance, List<Refusal> userErrors) implements Payload {

        static CreateInstancePayload of(Outcome<Instance> outcome) {
            return new CreateInstancePayload(Answer.orNull(outcome), outcome.refusals());
        }
    }
}
