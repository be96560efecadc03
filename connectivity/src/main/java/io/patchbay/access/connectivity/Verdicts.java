package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.EgressFailure;
import io.patchbay.connectivity.Exchange;
import io.patchbay.limit.RetryAfter;
import io.patchbay.system.AnswerReading.Meaning;
import io.patchbay.system.AuthenticationType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Reads exchanges. */
final class Verdicts {

    private static final Duration MOST_CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private Verdicts() {}

    /** What came of the proof request. */
    static Verdict ofProof(Access access, Exchange exchange, Clock clock) {
        return switch (exchange) {
            case Exchange.Failed(var failure) -> ofFailure(failure);
            case Exchange.Answered(var answer) ->
                ofProofAnswer(access, answer, clock)
                        .after(answer.latency())
                        .notBefore(
                                RetryAfter.in(answer::header, clock.instant()).orElse(null));
        };
    }

    private static Verdict ofProofAnswer(Access access, Answer answer, Clock clock) {
        // Somebody else answered, who was told no credentials.
        return answer.elsewhere()
                ? new Verdict(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.UNEXPECTED_ANSWER)
                : Proof.reading(access, answer)
                        .map(meaning -> read(meaning, access, answer, clock))
                        .orElseGet(() -> ofStatus(access, answer, clock));
    }

    /** Whether the system knows nobody by what was shown, so that another token may be better. */
    static boolean saysNo(Access access, Exchange exchange) {
        return exchange instanceof Exchange.Answered(var answer)
                && !answer.elsewhere()
                && Proof.reading(access, answer)
                        .map(meaning -> meaning == Meaning.CREDENTIALS_REFUSED)
                        .orElse(answer.status() == 401);
    }

    private static Verdict read(Meaning meaning, Access access, Answer answer, Clock clock) {
        return switch (meaning) {
            case PERMISSION -> new Verdict(AccessStatus.OPERATIONAL, CheckReason.PERMISSION);
            case RATE_LIMITED -> rateLimited();
            case CREDENTIALS_REFUSED -> refused(access, answer, clock);
            case WRONG_ENVIRONMENT -> wrongEnvironment();
        };
    }

    private static Verdict ofStatus(Access access, Answer answer, Clock clock) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return ofGoodStatus(access, answer, clock);
        }
        return switch (status) {
            case 401, 403 ->
                lacksScope(answer)
                        ? new Verdict(AccessStatus.OPERATIONAL, CheckReason.PERMISSION)
                        : refused(access, answer, clock);
            case 429 -> rateLimited();
            default -> unreachable(status);
        };
    }

    /** As RFC 6750, section 3.1, has it, though some take 401; any other 403 says nothing of why, unless the definition knows. */
    private static boolean lacksScope(Answer answer) {
        return answer.header("WWW-Authenticate")
                .filter(challenge -> challenge.contains("insufficient_scope"))
                .isPresent();
    }

    private static Verdict ofGoodStatus(Access access, Answer answer, Clock clock) {
        if (isPageInsteadOfJson(access, answer)) {
            return new Verdict(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.UNEXPECTED_ANSWER);
        }
        return Proof.accepts(access, answer)
                ? new Verdict(AccessStatus.OPERATIONAL, null)
                : refused(access, answer, clock);
    }

    /** The system asks to come back later, whichever step of the way it was. */
    static Verdict rateLimited() {
        return new Verdict(AccessStatus.OPERATIONAL, CheckReason.RATE_LIMITED);
    }

    /** The credentials are of the other environment. */
    static Verdict wrongEnvironment() {
        return new Verdict(AccessStatus.FAILED_AUTHENTICATION, CheckReason.WRONG_ENVIRONMENT);
    }

    /** Credentials that were refused; a clock that is far off is the likelier reason where it is signed. */
    static Verdict refused(Access access, Answer answer, Clock clock) {
        return new Verdict(
                AccessStatus.FAILED_AUTHENTICATION,
                signs(access) && clocksDiffer(answer, clock) ? CheckReason.CLOCK : CheckReason.CREDENTIALS_REFUSED);
    }

    /** A status that says nothing about the credentials. */
    static Verdict unreachable(int status) {
        return new Verdict(
                AccessStatus.SYSTEM_UNREACHABLE,
                status < 400 ? CheckReason.UNEXPECTED_ANSWER : CheckReason.HTTP_STATUS,
                null,
                null,
                status >= 500);
    }

    static Verdict ofFailure(EgressFailure failure) {
        return failure == EgressFailure.TLS_OWN_CERTIFICATE
                ? new Verdict(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED)
                : new Verdict(AccessStatus.SYSTEM_UNREACHABLE, reason(failure));
    }

    private static CheckReason reason(EgressFailure failure) {
        return switch (failure) {
            case ADDRESS_UNUSABLE, ADDRESS_FORBIDDEN -> CheckReason.ADDRESS_FORBIDDEN;
            case DNS -> CheckReason.DNS;
            case REFUSED -> CheckReason.REFUSED;
            case TIMEOUT -> CheckReason.TIMEOUT;
            case TLS_EXPIRED -> CheckReason.TLS_EXPIRED;
            case TLS_NAME -> CheckReason.TLS_NAME;
            case TLS_UNTRUSTED -> CheckReason.TLS_UNTRUSTED;
            case TLS, TLS_OWN_CERTIFICATE -> CheckReason.TLS;
            case TOO_MANY_REDIRECTS, TOO_LARGE, UNREADABLE -> CheckReason.UNEXPECTED_ANSWER;
        };
    }

    private static boolean isPageInsteadOfJson(Access access, Answer answer) {
        return Proof.wantsJson(access) && isPage(answer);
    }

    /** A login page, or a shop's front page at an address that is not the API's. */
    static boolean isPage(Answer answer) {
        return answer.header("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    private static boolean signs(Access access) {
        var type = access.method().type();
        return type == AuthenticationType.OAUTH1
                || type == AuthenticationType.OAUTH2_JWT_BEARER
                || access.setting("clientAuthentication")
                        .filter("private_key_jwt"::equals)
                        .isPresent();
    }

    private static boolean clocksDiffer(Answer answer, Clock clock) {
        try {
            return answer.header("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .map(theirs -> Duration.between(theirs, clock.instant()).abs())
                    .filter(difference -> difference.compareTo(MOST_CLOCK_DIFFERENCE) > 0)
                    .isPresent();
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
