package io.patchbay.proxy;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.access.Uses;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.limit.Limited;
import io.patchbay.limit.Priority;
import io.patchbay.limit.RateLimits;
import io.patchbay.limit.Turn;
import io.patchbay.proxy.Forwarder.Forwarded;
import io.patchbay.shared.UseCase;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.TokenHolder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends a program's request to the system of a connector or an instance, with its credentials on it (decision 0024). Holds
 * no database connection while the system is waited for.
 */
@UseCase(inTransaction = false)
public class Forwarding {

    /** So long a request waits for its turn where the system takes no more at once. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Connectors connectors;
    private final Instances instances;
    private final SystemDefinitions systems;
    private final UsedCredentials credentials;
    private final AccessTokens tokens;
    private final RateLimits limits;
    private final Forwarder forwarder;
    private final Uses uses;
    private final Clock clock;
    private final CurrentViewer currentViewer;

    public Forwarding(
            Connectors connectors,
            Instances instances,
            SystemDefinitions systems,
            UsedCredentials credentials,
            AccessTokens tokens,
            RateLimits limits,
            Forwarder forwarder,
            Uses uses,
            Clock clock,
            CurrentViewer currentViewer) {
        this.connectors = connectors;
        this.instances = instances;
        this.systems = systems;
        this.credentials = credentials;
        this.tokens = tokens;
        this.limits = limits;
        this.forwarder = forwarder;
        this.uses = uses;
        this.clock = clock;
        this.currentViewer = currentViewer;
    }

    /** Sends it, and gives the answer as soon as it begins. */
    public ProxyAnswer forward(ProxyRequest request) {
        var fault = fault(request);
        if (fault.isPresent()) {
            return new ProxyAnswer.Refused(fault.get());
        }
        var access = access(request);
        if (access.isEmpty()) {
            return refused(
                    ProxyCode.NOT_FOUND,
                    "There is no such " + request.kind().name().toLowerCase(Locale.ROOT));
        }
        var system = systems.find(access.get().system());
        var method = system.flatMap(it -> it.method(access.get().credentials().method()))
                .filter(forwarder::supports);
        return method.isEmpty()
                ? refused(
                        ProxyCode.NOT_AVAILABLE,
                        "This system is not spoken to by HTTP, so nothing can be sent to it here")
                : forward(request, access.get(), system.orElseThrow(), method.get());
    }

    private static Optional<ProxyProblem> fault(ProxyRequest request) {
        return ProxyPath.fault(request.path())
                .map(sentence -> ProxyProblem.of(ProxyCode.PATH_REFUSED, sentence))
                .or(() -> Optional.ofNullable(request.query())
                        .flatMap(ProxyQuery::fault)
                        .map(sentence -> ProxyProblem.of(ProxyCode.QUERY_REFUSED, sentence)));
    }

    private Optional<SystemAccess> access(ProxyRequest request) {
        var company = currentViewer.viewer().companyId();
        return switch (request.kind()) {
            case CONNECTOR -> connectors.find(company, request.id()).map(Connector::access);
            case INSTANCE -> instances.find(company, request.id()).map(Instance::access);
        };
    }

    private ProxyAnswer forward(
            ProxyRequest request, SystemAccess access, SystemDefinition system, AuthenticationMethod method) {
        var allowed = system.proxy().methods();
        if (!allowed.contains(request.method())
                || !ProxyHeaders.methods(request.headers()).allMatch(allowed::contains)) {
            return new ProxyAnswer.Refused(ProxyProblem.methodNotAllowed(allowed));
        }
        return question(access, system, method)
                .map(question -> inTurn(request, access, question))
                .orElseGet(() -> new ProxyAnswer.Refused(
                        ProxyProblem.of(AccessStatus.NEEDS_RECONNECT, CheckReason.KEY_MISSING)));
    }

    private ProxyAnswer inTurn(ProxyRequest request, SystemAccess access, Checks.Question question) {
        var limited = Objects.requireNonNull(question.limited());
        return switch (limited.acquire(Priority.BULK, LONGEST_WAIT)) {
            case Turn.Granted granted -> answer(request, used(access, question, limited, call(access, request)));
            case Turn.Refused refused -> new ProxyAnswer.Refused(notNow(refused));
        };
    }

    private static ProxyProblem notNow(Turn.Refused refused) {
        return ProxyProblem.tooMany(
                ProxyCode.RATE_LIMITED,
                refused.vendorAsked()
                        ? "The system asked to be left alone; come again after as many seconds as Retry-After says"
                        : "More requests are waiting than the rate limit lets through in time; come again after as many seconds as Retry-After says",
                refused.retryAfter());
    }

    /** Sends it, and tells what came of it. What the request itself was refused for says nothing of the system. */
    private Forwarded used(SystemAccess access, Checks.Question question, Limited limited, Forwarder.Call call) {
        var start = System.nanoTime();
        var forwarded = forwarder.forward(question, call);
        var took = Duration.ofNanos(System.nanoTime() - start);
        if (forwarded instanceof Forwarded.Answering answer) {
            limited.told(answer.status(), name -> header(answer.headers(), name), clock.instant(), took);
        }
        ending(forwarded).ifPresent(ending -> uses.used(access, new Use(clock.instant(), took, ending)));
        return forwarded;
    }

    private static Optional<Use.Ending> ending(Forwarded forwarded) {
        return switch (forwarded) {
            case Forwarded.Answering answer -> Optional.of(new Use.Answered(answer.status()));
            case Forwarded.Failed(var problem) ->
                Optional.ofNullable(problem.reason()).map(Use.Failed::new);
            case Forwarded.Abandoned() -> Optional.empty();
        };
    }

    /** Empty where a secret cannot be decrypted. */
    private Optional<Checks.Question> question(
            SystemAccess access, SystemDefinition system, AuthenticationMethod method) {
        try {
            var values = credentials.of(access.companyId(), system, access.credentials());
            var holder =
                    new TokenHolder(access.companyId(), system, access.environment(), method, access.credentials());
            return Optional.of(new Checks.Question(system, access.environment(), method, values)
                    .with(tokens.of(holder))
                    .with(limits.of(access.companyId(), system, access.credentials())));
        } catch (UnreadableSecret lost) {
            return Optional.empty();
        }
    }

    private static Forwarder.Call call(SystemAccess access, ProxyRequest request) {
        return new Forwarder.Call(
                access.credentials().id(),
                request.method(),
                host(request.headers()),
                request.path(),
                request.query(),
                ProxyHeaders.sent(request.headers()),
                request.body(),
                request.abandoned());
    }

    private static @Nullable String host(List<HeaderLine> headers) {
        return header(headers, ProxyHeaders.HOST).orElse(null);
    }

    private static Optional<String> header(List<HeaderLine> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .findFirst();
    }

    private static ProxyAnswer answer(ProxyRequest request, Forwarded forwarded) {
        return switch (forwarded) {
            case Forwarded.Failed(var problem) -> new ProxyAnswer.Refused(problem);
            case Forwarded.Abandoned() -> new ProxyAnswer.Abandoned();
            case Forwarded.Answering answer ->
                new ProxyAnswer.Passed(answer.status(), headers(request, answer), answer.length(), answer.body());
        };
    }

    private static List<HeaderLine> headers(ProxyRequest request, Forwarded.Answering answer) {
        var redirection = new Redirection(answer, request.address());
        return ProxyHeaders.handedBack(answer.headers()).stream()
                .flatMap(header -> switch (header.key()) {
                    case "location", "content-location" ->
                        redirection.rewritten(header.value()).map(it -> new HeaderLine(header.name(), it)).stream();
                    default -> answer.secrets().areIn(header.value()) ? Stream.<HeaderLine>empty() : Stream.of(header);
                })
                .toList();
    }

    private static ProxyAnswer refused(ProxyCode code, String message) {
        return new ProxyAnswer.Refused(ProxyProblem.of(code, message));
    }
}
