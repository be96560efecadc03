package io.patchbay.connector.api;

import io.patchbay.access.AccessId;
import io.patchbay.access.Check;
import io.patchbay.api.Answer;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorChecking;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ConnectorCheckController {

    private final ConnectorChecking checking;

    ConnectorCheckController(ConnectorChecking checking) {
        this.checking = checking;
    }

    @MutationMapping
    CheckPayload checkConnector(@Argument CheckInput input) {
        return CheckPayload.of(checking.check(new AccessId(GlobalId.uuid(NodeType.CONNECTOR, input.id()))));
    }

    record CheckInput(String id) {}

    record CheckPayload(@Nullable Check check, @Nullable Connector connector, List<Refusal> userErrors)
            implements Payload {

        static CheckPayload of(Outcome<Connector> outcome) {
            var checked = Answer.orNull(outcome);
            return new CheckPayload(checked == null ? null : checked.access().lastCheck(), checked, outcome.refusals());
        }
    }
}
