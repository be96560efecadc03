package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Answer;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationType;
import io.patchbay.token.IssuedTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what token endpoints and login requests answer. More patient than RFC 6749, as vendors are. */
final class TokenAnswers {

    private TokenAnswers() {}

    /** The token; empty where the answer is no success. */
    static Optional<IssuedToken> token(Access access, Answer answer, String pointer) {
        if (answer.elsewhere() || answer.status() < 200 || answer.status() >= 300) {
            return Optional.empty();
        }
        var baseUrl = access.setting("baseUrlPointer")
                .flatMap(place -> AnswerValues.find(answer, place))
                .flatMap(access::address);
        return AnswerValues.find(answer, pointer)
                .map(token -> new IssuedToken(
                        token + besides(access, answer),
                        baseUrl.filter(address -> mayBeLedTo(access, address)).orElse(null)));
    }

    /** Another cookie of the answer, behind the one that the token is: a load balancer knows its node by it. */
    private static String besides(Access access, Answer answer) {
        return access.setting("tokenCookieBeside")
                .map(name -> name + "=")
                .flatMap(beginning -> answer.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                        .map(header -> header.value().split(";", 2)[0].strip())
                        .filter(cookie -> cookie.startsWith(beginning))
                        .findFirst())
                .map(cookie -> "; " + cookie)
                .orElse("");
    }

    /** A vendor that is spoken to in secret cannot lead to where others listen. */
    private static boolean mayBeLedTo(Access access, URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || access.baseUrl()
                        .map(URI::getScheme)
                        .filter("http"::equalsIgnoreCase)
                        .isPresent();
    }

    /** Everything that a vendor tells of a token that it issued. */
    static IssuedTokens issued(Access access, Answer answer, IssuedToken token, @Nullable String account, Instant now) {
        var lifetime = new TokenLifetime(access, answer, now);
        var refreshToken = AnswerValues.find(answer, "/refresh_token");
        return new IssuedTokens(
                new Secret(token.value()),
                refreshToken.map(Secret::new).orElse(null),
                account,
                AnswerValues.find(answer, "/scope")
                        .map(scopes -> List.of(scopes.strip().split("[\\s,]+")))
                        .orElse(List.of()),
                now,
                lifetime.end(),
                lifetime.refreshEnd(),
                token.baseUrl());
    }

    /** Whether an answer that began as a success is not whole, so that a token may have been in the rest. */
    static boolean isCutOff(Answer answer) {
        return answer.status() >= 200
                && answer.status() < 300
                && !answer.elsewhere()
                && answer.text().stripLeading().startsWith("{")
                && !AnswerValues.isJson(answer);
    }

    static Verdict refusal(Access access, Answer answer, Clock clock) {
        int status = answer.status();
        if (answer.elsewhere() || (status >= 300 && status < 400)) {
            return new Verdict(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.UNEXPECTED_ANSWER);
        }
        if (status == 429) {
            return Verdicts.rateLimited();
        }
        return switch (AnswerValues.find(answer, "/error").orElse("")) {
            case "invalid_grant" -> ofGrant(access, answer, clock);
            case "invalid_client", "unauthorized_client", "access_denied" -> Verdicts.refused(access, answer, clock);
            case "invalid_scope" -> new Verdict(AccessStatus.FAILED_AUTHENTICATION, CheckReason.PERMISSION);
            case "invalid_request", "unsupported_grant_type" -> Verdicts.unreachable(Math.max(status, 400));
            default -> withoutCode(access, answer, clock);
        };
    }

    private static Verdict ofGrant(Access access, Answer answer, Clock clock) {
        return isGrantedByPerson(access)
                ? new Verdict(AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE)
                : Verdicts.refused(access, answer, clock);
    }

    private static boolean isGrantedByPerson(Access access) {
        var type = access.method().type();
        return type == AuthenticationType.OAUTH2_REFRESH_TOKEN || type == AuthenticationType.OAUTH2_AUTHORIZATION_CODE;
    }

    /** Some vendors say on a page of HTML that they do not know the client. */
    private static Verdict withoutCode(Access access, Answer answer, Clock clock) {
        return switch (answer.status()) {
            case 400, 401, 403 -> Verdicts.refused(access, answer, clock);
            default -> Verdicts.unreachable(answer.status());
        };
    }
}
