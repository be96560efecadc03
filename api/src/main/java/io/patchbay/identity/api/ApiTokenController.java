package io.patchbay.identity.api;

import graphql.schema.DataFetchingEnvironment;
import io.patchbay.api.Answer;
import io.patchbay.api.Connection;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NamedOrder;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.api.PageArguments;
import io.patchbay.api.Payload;
import io.patchbay.api.ShownOnce;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.ApiTokenSearch;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ApiTokenController implements NodeSource {

    private final ApiTokens tokens;
    private final ApiAccess access;
    private final CurrentViewer currentViewer;
    private final Clock clock;

    ApiTokenController(ApiTokens tokens, ApiAccess access, CurrentViewer currentViewer, Clock clock) {
        this.tokens = tokens;
        this.access = access;
        this.currentViewer = currentViewer;
        this.clock = clock;
    }

    @QueryMapping
    Connection<ApiToken> apiTokens(
            @Arguments PageArguments page,
            @Argument @Nullable ApiTokenFilter filter,
            @Argument @Nullable NamedOrder orderBy) {
        var search = filter == null ? ApiTokenSearch.ANY : filter.asSearch();
        var order = NamedOrder.of(orderBy);
        var now = clock.instant();
        return Connection.of(
                NodeType.API_TOKEN,
                order,
                tokens.page(company(), search, now, page.request(NodeType.API_TOKEN, order)),
                ApiToken::place,
                () -> tokens.count(company(), search, now));
    }

    @MutationMapping
    CreateApiTokenPayload createApiToken(@Argument CreateApiTokenInput input) {
        return CreateApiTokenPayload.of(access.create(input.name(), input.expiresAt()));
    }

    @MutationMapping
    RevokeApiTokenPayload revokeApiToken(@Argument RevokeApiTokenInput input) {
        return RevokeApiTokenPayload.of(access.revoke(new ApiTokenId(GlobalId.uuid(NodeType.API_TOKEN, input.id()))));
    }

    @SchemaMapping
    @Nullable
    String secret(CreateApiTokenPayload payload, DataFetchingEnvironment field) {
        ShownOnce.note(field);
        return payload.issued() == null ? null : payload.issued().reveal();
    }

    @SchemaMapping
    String id(ApiToken token) {
        return GlobalId.of(NodeType.API_TOKEN, token.id().value());
    }

    @SchemaMapping
    String name(ApiToken token) {
        return token.name().value();
    }

    @SchemaMapping
    ApiToken.State state(ApiToken token) {
        return token.stateAt(clock.instant());
    }

    @Override
    public NodeType type() {
        return NodeType.API_TOKEN;
    }

    @Override
    public Optional<ApiToken> find(GlobalId id) {
        return tokens.find(company(), new ApiTokenId(id.uuid()));
    }

    @Override
    public Map<GlobalId, ?> findAll(Set<GlobalId> ids) {
        return tokens
                .findAll(
                        company(),
                        ids.stream().map(id -> new ApiTokenId(id.uuid())).toList())
                .stream()
                .collect(Collectors.toMap(
                        it -> new GlobalId(NodeType.API_TOKEN, it.id().value().toString()), Function.identity()));
    }

    private CompanyId company() {
        return currentViewer.viewer().companyId();
    }

    record ApiTokenFilter(
            @Nullable Set<ApiToken.State> state, @Nullable String search) {

        ApiTokenSearch asSearch() {
            return new ApiTokenSearch(state == null ? Set.of() : state, search);
        }
    }

    record CreateApiTokenInput(String name, @Nullable Instant expiresAt) {}

    record RevokeApiTokenInput(String id) {}

    /** What came of making a token; {@code issued} is hidden until GraphQL asks for {@code secret}. */
    record CreateApiTokenPayload(
            @Nullable ApiToken apiToken, @Nullable Secret issued, List<Refusal> userErrors) implements Payload {

        static CreateApiTokenPayload of(Outcome<ApiAccess.Issued> outcome) {
            return new CreateApiTokenPayload(
                    Answer.orNull(outcome.map(ApiAccess.Issued::token)),
                    Answer.orNull(outcome.map(ApiAccess.Issued::secret)),
                    outcome.refusals());
        }
    }

    record RevokeApiTokenPayload(@Nullable ApiToken apiToken, List<Refusal> userErrors) implements Payload {

        static RevokeApiTokenPayload of(Outcome<ApiToken> outcome) {
            return new RevokeApiTokenPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }
}
