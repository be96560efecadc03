package io.patchbay.attention;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of the viewer's company stops working because its time is over, unless somebody acts before. */
@UseCase
public class Expirations {

    /** As far ahead as people are told unless they ask for more. */
    public static final int DAYS_AHEAD = 90;

    /** So long an API token that is over is worth a word; nothing else that is over is forgotten while it is in use. */
    static final Duration TOKENS_KNOWN_FOR = Duration.ofDays(30);

    private final Expiries expiries;
    private final Subjects subjects;
    private final ApiTokens tokens;
    private final CurrentViewer currentViewer;
    private final Clock clock;

    public Expirations(
            Expiries expiries,
            Connectors connectors,
            Instances instances,
            ApiTokens tokens,
            CurrentViewer currentViewer,
            Clock clock) {
        this.expiries = expiries;
        this.subjects = new Subjects(connectors, instances);
        this.tokens = tokens;
        this.currentViewer = currentViewer;
        this.clock = clock;
    }

    /** A part of what is looked for; in six statements, however much it is. */
    public Page<Expiring> page(ExpirySearch search, Page.Request request) {
        var noted = expiries.page(company(), search, tokensAfter(), request);
        var accesses = subjects.find(company(), ids(noted, AccessKind.CONNECTOR), ids(noted, AccessKind.INSTANCE));
        var ofTokens = apiTokens(noted);
        return new Page<>(
                noted.items().stream()
                        .flatMap(it -> expiring(it, accesses, ofTokens).stream())
                        .toList(),
                noted.hasNext(),
                noted.hasPrevious());
    }

    /** How much of it there is. */
    public Count count(ExpirySearch search) {
        return expiries.count(company(), search, tokensAfter());
    }

    /** Empty where what it was about is gone by now. */
    private static Optional<Expiring> expiring(
            Expiries.Noted noted, Map<AccessId, HasAccess> accesses, Map<ApiTokenId, ApiToken> ofTokens) {
        var subject = noted.access() == null ? null : accesses.get(noted.access());
        var token = noted.kind() == Expiring.Kind.API_TOKEN ? ofTokens.get(new ApiTokenId(noted.id())) : null;
        return subject == null && token == null
                ? Optional.empty()
                : Optional.of(new Expiring(
                        noted.id(),
                        noted.kind(),
                        noted.endsAt(),
                        noted.exact(),
                        noted.accessKind(),
                        subject,
                        noted.credentialKey(),
                        token));
    }

    private Map<ApiTokenId, ApiToken> apiTokens(Page<Expiries.Noted> noted) {
        var ids = noted.items().stream()
                .filter(it -> it.kind() == Expiring.Kind.API_TOKEN)
                .map(it -> new ApiTokenId(it.id()))
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : tokens.findAll(company(), ids).stream().collect(Collectors.toMap(ApiToken::id, Function.identity()));
    }

    private static List<AccessId> ids(Page<Expiries.Noted> noted, AccessKind kind) {
        return noted.items().stream()
                .filter(it -> it.accessKind() == kind)
                .map(it -> Objects.requireNonNull(it.access()))
                .distinct()
                .toList();
    }

    private Instant tokensAfter() {
        return clock.instant().minus(TOKENS_KNOWN_FOR);
    }

    private CompanyId company() {
        return currentViewer.viewer().companyId();
    }
}
