package io.patchbay.instance.api;

import io.patchbay.access.AccessId;
import io.patchbay.access.Check;
import io.patchbay.api.Answer;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.instance.Instance;
import io.patchbay.instance.InstanceChecking;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class InstanceCheckController {

    private final InstanceChecking checking;

    InstanceCheckController(InstanceChecking checking) {
        this.checking = checking;
    }

    @MutationMapping
    CheckPayload checkInstance(@Argument CheckInput input) {
        return CheckPayload.of(checking.check(new AccessId(GlobalId.uuid(NodeType.INSTANCE, input.id()))));
    }

    record CheckInput(String id) {}

    record CheckPayload(@Nullable Check check, @Nullable Instance instance, List<Refusal> userErrors)
            implements Payload {

        static CheckPayload of(Outcome<Instance> outcome) {
            var checked = Answer.orNull(outcome);
            return new CheckPayload(checked == null ? null : checked.access().lastCheck(), checked, outcome.refusals());
        }
    }
}
