package io.patchbay.authorization.api;

import graphql.schema.DataFetchingEnvironment;
import io.patchbay.access.AccessId;
import io.patchbay.api.Answer;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.api.Payload;
import io.patchbay.api.ShownOnce;
import io.patchbay.authorization.AuthorizationStart;
import io.patchbay.authorization.ConnectAddresses;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AuthorizationController {

    private final AuthorizationStart start;
    private final ConnectAddresses addresses;

    AuthorizationController(AuthorizationStart start, ConnectAddresses addresses) {
        this.start = start;
        this.addresses = addresses;
    }

    @MutationMapping
    AuthorizationPayload startConnectorAuthorization(@Argument DraftInput input) {
        return payload(start.ofDraft(idOf(input), SetupKind.CONNECTOR));
    }

    @MutationMapping
    AuthorizationPayload startInstanceAuthorization(@Argument DraftInput input) {
        return payload(start.ofDraft(idOf(input), SetupKind.INSTANCE));
    }

    @MutationMapping
    AuthorizationPayload startConnectorReconnection(@Argument ReconnectionInput input) {
        return payload(start.ofConnector(new AccessId(GlobalId.uuid(NodeType.CONNECTOR, input.id()))));
    }

    @MutationMapping
    AuthorizationPayload startInstanceReconnection(@Argument ReconnectionInput input) {
        return payload(start.ofInstance(new AccessId(GlobalId.uuid(NodeType.INSTANCE, input.id()))));
    }

    private AuthorizationPayload payload(Outcome<Secret> started) {
        return new AuthorizationPayload(Answer.orNull(started.map(addresses::start)), started.refusals());
    }

    private static DraftId idOf(DraftInput input) {
        return new DraftId(GlobalId.uuid(NodeType.DRAFT, input.draftId()));
    }

    record DraftInput(String draftId) {}

    record ReconnectionInput(String id) {}

    /** Its word is good for one use, so an answer that is kept to be repeated goes without it. */
    @SchemaMapping(typeName = "AuthorizationPayload")
    @Nullable
    URI authorizationUrl(AuthorizationPayload payload, DataFetchingEnvironment field) {
        ShownOnce.note(field);
        return payload.authorizationUrl();
    }

    record AuthorizationPayload(@Nullable URI authorizationUrl, List<Refusal> userErrors) implements Payload {}
}
