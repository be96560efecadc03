package io.patchbay.proxy.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.access.connectivity.Applied;
import io.patchbay.access.connectivity.FailedExchange;
import io.patchbay.access.connectivity.SystemRequests;
import io.patchbay.connectivity.Header;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.connectivity.StreamedAnswer;
import io.patchbay.connectivity.StreamedRequest;
import io.patchbay.connectivity.StreamingEgress;
import io.patchbay.connectivity.StreamingEgress.Streamed;
import io.patchbay.proxy.Forwarder.Call;
import io.patchbay.proxy.Forwarder.Forwarded;
import io.patchbay.proxy.HeaderLine;
import io.patchbay.proxy.KnownSecrets;
import io.patchbay.proxy.ProxyCode;
import io.patchbay.proxy.ProxyProblem;
import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialField;
import io.patchbay.token.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request on its way to a system, and once more where its token was refused. */
final class Trip {

    private static final Duration PATIENCE_FOR_TOKENS = Duration.ofSeconds(25);

    private final StreamingEgress egress;
    private final SystemRequests requests;
    private final RecentRenewals renewals;
    private final Checks.Question question;
    private final Call call;

    Trip(
            StreamingEgress egress,
            SystemRequests requests,
            RecentRenewals renewals,
            Checks.Question question,
            Call call) {
        this.egress = egress;
        this.requests = requests;
        this.renewals = renewals;
        this.question = question;
        this.call = call;
    }

    Forwarded forwarded() {
        var base = base();
        if (base.isEmpty()) {
            return call.host() == null
                    ? new Forwarded.Failed(
                            ProxyProblem.of(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_UNUSABLE))
                    : failed(ProxyCode.HOST_REFUSED, "The system's definition names no such host");
        }
        var taken = SystemRequests.queryNames(question).stream()
                .filter(this::isInQuery)
                .findFirst();
        return taken.map(name -> failed(ProxyCode.QUERY_REFUSED, "The parameter " + name + " is Patchbay's to set"))
                .orElseGet(() -> forwarded(base.get(), bare(base.get())));
    }

    private Optional<URI> base() {
        return call.host() == null
                ? SystemRequests.base(question)
                : SystemRequests.base(question, Objects.requireNonNull(call.host()));
    }

    private Forwarded forwarded(URI base, OutgoingRequest bare) {
        try {
            var signed = SystemRequests.signsBody(question, bare);
            var cargo = Cargo.of(call.body(), signed);
            return signed && cargo.rest() != null
                    ? failed(
                            ProxyCode.PAYLOAD_TOO_LARGE,
                            "A form that has to be signed holds at most " + Cargo.SHORT + " bytes")
                    : sent(base, holding(bare, cargo), cargo);
        } catch (IOException broken) {
            return bodyFailed();
        }
    }

    private Forwarded sent(URI base, OutgoingRequest request, Cargo cargo) {
        return switch (requests.apply(question, request, base, PATIENCE_FOR_TOKENS)) {
            case Applied.Refused(var status, var reason) -> new Forwarded.Failed(ProxyProblem.of(status, reason));
            case Applied.Ready ready -> {
                var streamed = open(ready, cargo);
                var token = ready.token();
                yield token != null
                                && cargo.canBeSentAgain()
                                && isRefused(streamed)
                                && mayAskAgain()
                                && renewals.begin(call.owner())
                        ? anew(base, request, cargo, token, streamed)
                        : forwarded(ready, streamed);
            }
        };
    }

    /** Each request counts, also the one that nobody but us wants. */
    private boolean mayAskAgain() {
        var limited = question.limited();
        return limited == null || limited.oneMore();
    }

    private Forwarded anew(URI base, OutgoingRequest request, Cargo cargo, AccessToken refused, Streamed first) {
        if (first instanceof Streamed.Answering(var answer)) {
            answer.close();
        }
        return switch (requests.again(question, request, base, PATIENCE_FOR_TOKENS, refused)) {
            case Applied.Refused(var status, var reason) -> new Forwarded.Failed(ProxyProblem.of(status, reason));
            case Applied.Ready ready -> forwarded(ready, open(ready, cargo));
        };
    }

    /** Whether another token may be better; not where the one at hand lacks a permission. */
    private static boolean isRefused(Streamed streamed) {
        return streamed instanceof Streamed.Answering(var answer)
                && answer.status() == 401
                && answer.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase("WWW-Authenticate"))
                        .noneMatch(header -> header.value().contains("insufficient_scope"));
    }

    private Streamed open(Applied.Ready ready, Cargo cargo) {
        return egress.open(new StreamedRequest(
                withoutOverridden(ready.request()), cargo.rest(), cargo.length(), call.owner(), call.abandoned()));
    }

    private Forwarded forwarded(Applied.Ready ready, Streamed streamed) {
        return switch (streamed) {
            case Streamed.Failed(var failure) -> {
                var seen = FailedExchange.of(failure);
                yield new Forwarded.Failed(ProxyProblem.of(seen.status(), seen.reason()));
            }
            case Streamed.Abandoned() -> new Forwarded.Abandoned();
            case Streamed.BodyFailed() -> bodyFailed();
            case Streamed.Answering(var answer) -> answering(ready, answer);
        };
    }

    private Forwarded answering(Applied.Ready ready, StreamedAnswer answer) {
        return new Forwarded.Answering(
                answer.status(),
                answer.headers().stream()
                        .map(header -> new HeaderLine(header.name(), header.value()))
                        .toList(),
                answer.length(),
                new AnswerBody(answer),
                ready.request().address(),
                ready.base(),
                secrets(ready));
    }

    private KnownSecrets secrets(Applied.Ready ready) {
        var fields = question.method().fields().stream()
                .filter(CredentialField::secret)
                .map(field -> question.values().get(field.key()))
                .filter(Objects::nonNull)
                .map(Secret::reveal);
        var headers = ready.request().headers().stream()
                .filter(Header::confidential)
                .flatMap(header -> Stream.of(header.value(), lastWord(header.value())));
        var token = ready.token();
        var tokens =
                token == null ? Stream.<String>empty() : Stream.of(token.value().reveal());
        return new KnownSecrets(
                Stream.of(fields, headers, tokens).flatMap(it -> it).distinct().toList());
    }

    /** Without the scheme that stands before it. */
    private static String lastWord(String value) {
        return value.substring(value.lastIndexOf(' ') + 1);
    }

    private OutgoingRequest bare(URI base) {
        var text = base.toString();
        var address = (text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                + call.path()
                + (call.query() == null ? "" : "?" + call.query());
        return new OutgoingRequest(
                call.method(),
                URI.create(address),
                call.headers().stream()
                        .map(header -> Header.open(header.name(), header.value()))
                        .toList(),
                null,
                null);
    }

    private static OutgoingRequest holding(OutgoingRequest request, Cargo cargo) {
        return new OutgoingRequest(
                request.method(), request.address(), request.headers(), cargo.whole(), request.identity());
    }

    /** What a program sends never stands beside what the credentials put in the same place. */
    private static OutgoingRequest withoutOverridden(OutgoingRequest request) {
        var ours = request.headers().stream()
                .filter(Header::confidential)
                .map(Trip::asVariable)
                .collect(Collectors.toSet());
        return new OutgoingRequest(
                request.method(),
                request.address(),
                request.headers().stream()
                        .filter(header -> header.confidential() || !ours.contains(asVariable(header)))
                        .toList(),
                request.body(),
                request.identity());
    }

    /** Servers that hand headers on as variables take an underscore for a hyphen. */
    private static String asVariable(Header header) {
        return header.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isInQuery(String name) {
        var query = call.query();
        return query != null
                && Stream.of(query.split("[&;]"))
                        .map(part -> part.split("=", 2)[0])
                        .anyMatch(part ->
                                URLDecoder.decode(part, StandardCharsets.UTF_8).equalsIgnoreCase(name));
    }

    private static Forwarded bodyFailed() {
        return failed(ProxyCode.REQUEST_TIMEOUT, "The body did not come whole; send it again");
    }

    private static Forwarded failed(ProxyCode code, String message) {
        return new Forwarded.Failed(ProxyProblem.of(code, message));
    }
}
