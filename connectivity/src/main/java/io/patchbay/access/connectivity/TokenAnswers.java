package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.Exchange;
import io.patchbay.system.AuthenticationType;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Reads what token endpoints and login requests answer. More patient than RFC 6749, as vendors are. */
final class TokenAnswers {

    private TokenAnswers() {}

    static Issuing read(Access access, Exchange exchange, Clock clock) {
        return switch (exchange) {
            case Exchange.Failed(var failure) -> new Issuing.Refused(Verdicts.ofFailure(failure));
            case Exchange.Answered(var answer) -> read(access, answer, clock);
        };
    }

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
                        token,
                        baseUrl.filter(address -> mayBeLedTo(access, address)).orElse(null)));
    }

    /** A vendor that is spoken to in secret cannot lead to where others listen. */
    private static boolean mayBeLedTo(Access access, URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || access.baseUrl()
                        .map(URI::getScheme)
                        .filter("http"::equalsIgnoreCase)
                        .isPresent();
    }

    private static Issuing read(Access access, Answer answer, Clock clock) {
        return token(access, answer, "/access_token")
                .<Issuing>map(Issuing.Issued::new)
                .orElseGet(
                        () -> new Issuing.Refused(refusal(access, answer, clock).after(answer.latency())));
    }

    private static Verdict refusal(Access access, Answer answer, Clock clock) {
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
        return access.method().type() == AuthenticationType.OAUTH2_REFRESH_TOKEN
                ? new Verdict(AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE)
                : Verdicts.refused(access, answer, clock);
    }

    /** Some vendors say on a page of HTML that they do not know the client. */
    private static Verdict withoutCode(Access access, Answer answer, Clock clock) {
        return switch (answer.status()) {
            case 400, 401, 403 -> Verdicts.refused(access, answer, clock);
            default -> Verdicts.unreachable(answer.status());
        };
    }
}
