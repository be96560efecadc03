package io.patchbay.attention;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.SystemAccess;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.connector.InMemoryConnectors;
import io.patchbay.identity.ApiToken;
import io.patchbay.identity.InMemoryApiTokens;
import io.patchbay.instance.InMemoryInstances;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.InMemoryPages;
import io.patchbay.shared.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What ends among the credentials and API tokens in memory; grants are left to the database. */
public class InMemoryExpiries implements Expiries {

    private static final Page.Request WHOLE = Page.Request.first(Page.Request.MAX_SIZE);

    private final InMemoryConnectors connectors;
    private final InMemoryInstances instances;
    private final InMemoryApiTokens tokens;

    public InMemoryExpiries(InMemoryConnectors connectors, InMemoryInstances instances, InMemoryApiTokens tokens) {
        this.connectors = connectors;
        this.instances = instances;
        this.tokens = tokens;
    }

    @Override
    public Page<Noted> page(CompanyId company, ExpirySearch search, Instant tokensAfter, Page.Request request) {
        return InMemoryPages.page(
                matching(company, search, tokensAfter),
                (noted, order) -> Expiries.place(noted.id(), noted.endsAt()),
                request);
    }

    @Override
    public Count count(CompanyId company, ExpirySearch search, Instant tokensAfter) {
        return Count.of(matching(company, search, tokensAfter).size());
    }

    private List<Noted> matching(CompanyId company, ExpirySearch search, Instant tokensAfter) {
        var ofConnectors = connectors.page(company, ConnectorSearch.ANY, WHOLE).items().stream()
                .flatMap(it -> ends(AccessKind.CONNECTOR, it.access()));
        var ofInstances = instances.page(company, AccessSearch.ANY, WHOLE).items().stream()
                .flatMap(it -> ends(AccessKind.INSTANCE, it.access()));
        var ofTokens = tokens.page(company, WHOLE).items().stream().flatMap(token -> end(token, tokensAfter));
        return Stream.of(ofConnectors, ofInstances, ofTokens)
                .flatMap(it -> it)
                .filter(noted -> noted.endsAt().isBefore(search.before()))
                .filter(noted -> search.kinds().isEmpty() || search.kinds().contains(noted.kind()))
                .toList();
    }

    private static Stream<Noted> ends(AccessKind kind, SystemAccess access) {
        return access.credentials().ends().entrySet().stream()
                .map(end -> new Noted(
                        UUID.nameUUIDFromBytes((access.id() + end.getKey()).getBytes(StandardCharsets.UTF_8)),
                        Expiring.Kind.CREDENTIAL,
                        end.getValue().at(),
                        end.getValue().exact(),
                        kind,
                        access.id(),
                        end.getKey()));
    }

    private static Stream<Noted> end(ApiToken token, Instant tokensAfter) {
        return Stream.ofNullable(token.expiresAt())
                .filter(end -> token.revokedAt() == null && end.isAfter(tokensAfter))
                .map(end -> new Noted(token.id().value(), Expiring.Kind.API_TOKEN, end, true, null, null, null));
    }
}
