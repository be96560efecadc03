package io.patchbay.access.connectivity;

import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.token.AccessToken;
import io.patchbay.token.TokenAnswer;
import io.patchbay.token.TokenSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests that systems are used with: where they go, and the credentials on them. Thread-safe. */
public final class SystemRequests {

    private final Egress egress;
    private final Clock clock;

    public SystemRequests(Egress egress, Clock clock) {
        this.egress = egress;
        this.clock = clock;
    }

    /** Whether credentials of the method are put on requests at all. */
    public static boolean supports(AuthenticationMethod method) {
        return Authentications.of(method).isPresent();
    }

    /** Where the system is found; empty where the values make no address. */
    public static Optional<URI> base(Checks.Question question) {
        return new Access(question).baseUrl();
    }

    /** One of the system's other hosts, by the base URL's scheme; empty where the definition does not name it. */
    public static Optional<URI> base(Checks.Question question, String host) {
        var access = new Access(question);
        return question.system().proxy().hosts().stream()
                .map(access::expand)
                .filter(host::equalsIgnoreCase)
                .findFirst()
                .flatMap(known -> access.baseUrl().map(base -> URI.create(base.getScheme() + "://" + known)));
    }

    /** The query parameters that the credentials are put into. */
    public static Set<String> queryNames(Checks.Question question) {
        var access = new Access(question);
        return Stream.concat(access.placed(Place.QUERY).map(Access.Placed::name), access.setting("tokenQuery").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a signature of the method covers a body like this one, which then has to be there whole. */
    public static boolean signsBody(Checks.Question question, OutgoingRequest request) {
        return question.method().type() == AuthenticationType.OAUTH1 && OAuth1.isForm(request);
    }

    /**
     * Puts the credentials on a request, waiting for a token no longer than {@code patience}.
     *
     * @param base the base URL, or that of another host, which the request is below
     */
    public Applied apply(Checks.Question question, OutgoingRequest request, URI base, Duration patience) {
        var access = access(question, base);
        if (access.belongsElsewhere()) {
            return refused(Verdicts.wrongEnvironment());
        }
        var authentication = Authentications.of(question.method())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not for requests: " + question.method().type()));
        return applied(authentication.prepare(access, request, vendor(patience)), base);
    }

    /** The same with another token than one that the system has refused. */
    public Applied again(
            Checks.Question question, OutgoingRequest request, URI base, Duration patience, AccessToken refused) {
        return applied(TokenCarrying.again(access(question, base), request, vendor(patience), refused), base);
    }

    private static Access access(Checks.Question question, URI base) {
        var access = new Access(question);
        var tokens = question.tokens();
        // A vendor that moves the base URL moves nothing else.
        return tokens == null || access.baseUrl().filter(base::equals).isPresent()
                ? access
                : new Access(question.with(new Staying(tokens)));
    }

    private Vendor vendor(Duration patience) {
        return new Vendor(egress, Deadline.in(patience), clock);
    }

    private static Applied applied(Prepared prepared, URI base) {
        return switch (prepared) {
            case Prepared.Refused(var verdict) -> refused(verdict);
            case Prepared.Ready(var request) -> new Applied.Ready(request, null, base);
            case Prepared.ReadyWithToken(var request, var token) ->
                new Applied.Ready(request, token, moved(token.baseUrl(), base));
        };
    }

    private static URI moved(@Nullable URI told, URI base) {
        return told == null ? base : told;
    }

    private static Applied refused(Verdict verdict) {
        return new Applied.Refused(
                verdict.status(), Objects.requireNonNullElse(verdict.reason(), CheckReason.UNEXPECTED_ANSWER));
    }

    /** Tokens without what their vendor said of the base URL. */
    private record Staying(TokenSource tokens) implements TokenSource {

        @Override
        public TokenAnswer token(Duration patience) {
            return staying(tokens.token(patience));
        }

        @Override
        public TokenAnswer insteadOf(AccessToken refused, Duration patience) {
            return staying(tokens.insteadOf(refused, patience));
        }

        private static TokenAnswer staying(TokenAnswer answer) {
            return answer instanceof TokenAnswer.Granted(var token)
                    ? new TokenAnswer.Granted(new AccessToken(token.value(), token.version(), null))
                    : answer;
        }
    }
}
