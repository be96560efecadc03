package io.patchbay.instance.api;

import io.patchbay.access.AccessId;
import io.patchbay.api.Answer;
import io.patchbay.api.DeleteInput;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.credential.GivenCredential;
import io.patchbay.instance.Instance;
import io.patchbay.instance.InstanceAdministration;
import io.patchbay.instance.InstanceAdministration.LimitChange;
import io.patchbay.instance.RateLimitInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class InstanceMutationController {

    private final InstanceAdministration administration;

    InstanceMutationController(InstanceAdministration administration) {
        this.administration = administration;
    }

    @MutationMapping
    InstancePayload updateInstance(@Argument UpdateInstanceInput input) {
        return InstancePayload.of(administration.update(accessId(input.id()), input.version(), input.change()));
    }

    @MutationMapping
    InstancePayload replaceInstanceCredentials(@Argument ReplaceCredentialsInput input) {
        return InstancePayload.of(administration.replaceCredentials(
                accessId(input.id()), input.version(), input.authenticationMethod(), input.credentials()));
    }

    @MutationMapping
    DeleteInstancePayload deleteInstance(@Argument DeleteInput input) {
        return DeleteInstancePayload.of(administration.remove(accessId(input.id()), input.version()));
    }

    private static AccessId accessId(String id) {
        return new AccessId(GlobalId.uuid(NodeType.INSTANCE, id));
    }

    /** A rate limit that is left out stays; one that is null goes. */
    record UpdateInstanceInput(
            String id,
            int version,
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String dateFormat,
            ArgumentValue<RateLimitInput> rateLimit) {

        InstanceAdministration.Change change() {
            return new InstanceAdministration.Change(
                    name, timeZone, dateFormat, rateLimit.isOmitted() ? null : new LimitChange(rateLimit.value()));
        }
    }

    record ReplaceCredentialsInput(
            String id, int version, String authenticationMethod, List<GivenCredential> credentials) {}

    record InstancePayload(@Nullable Instance instance, List<Refusal> userErrors) implements Payload {

        static InstancePayload of(Outcome<Instance> outcome) {
            return new InstancePayload(Answer.orNull(outcome), outcome.refusals());
        }
    }

    record DeleteInstancePayload(@Nullable String deletedInstanceId, List<Refusal> userErrors) implements Payload {

        static DeleteInstancePayload of(Outcome<Instance> outcome) {
            return new DeleteInstancePayload(
                    Answer.orNull(outcome.map(
                            gone -> GlobalId.of(NodeType.INSTANCE, gone.id().value()))),
                    outcome.refusals());
        }
    }
}
