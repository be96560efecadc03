package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.token.TokenTrouble;
import org.jspecify.annotations.Nullable;

/** What a missing token says about an access, and the other way round. */
final class TokenTroubles {

    private TokenTroubles() {}

    static Verdict verdict(TokenTrouble trouble) {
        var reason = CheckReason.of(trouble);
        return switch (trouble.kind()) {
            case CREDENTIALS -> new Verdict(AccessStatus.FAILED_AUTHENTICATION, reason);
            case RECONNECT -> new Verdict(AccessStatus.NEEDS_RECONNECT, reason);
            case PASSING ->
                trouble == TokenTrouble.RATE_LIMITED
                        ? Verdicts.rateLimited()
                        : new Verdict(
                                AccessStatus.SYSTEM_UNREACHABLE,
                                reason,
                                null,
                                null,
                                trouble == TokenTrouble.HTTP_STATUS);
        };
    }

    static TokenTrouble trouble(Verdict verdict) {
        return verdict.reason() == CheckReason.UNEXPECTED_ANSWER
                        && verdict.status() == AccessStatus.FAILED_AUTHENTICATION
                ? TokenTrouble.NO_TOKEN
                : trouble(verdict.reason());
    }

    private static TokenTrouble trouble(@Nullable CheckReason reason) {
        return switch (reason) {
            case DNS -> TokenTrouble.DNS;
            case REFUSED -> TokenTrouble.REFUSED;
            case TIMEOUT -> TokenTrouble.TIMEOUT;
            case ADDRESS_FORBIDDEN -> TokenTrouble.ADDRESS_FORBIDDEN;
            case TLS_EXPIRED -> TokenTrouble.TLS_EXPIRED;
            case TLS_NAME -> TokenTrouble.TLS_NAME;
            case TLS_UNTRUSTED -> TokenTrouble.TLS_UNTRUSTED;
            case TLS -> TokenTrouble.TLS;
            case HTTP_STATUS -> TokenTrouble.HTTP_STATUS;
            case RATE_LIMITED -> TokenTrouble.RATE_LIMITED;
            case CREDENTIALS_REFUSED, WRONG_ENVIRONMENT -> TokenTrouble.CREDENTIALS_REFUSED;
            case PERMISSION -> TokenTrouble.PERMISSION;
            case CLOCK -> TokenTrouble.CLOCK;
            case CREDENTIALS_UNUSABLE -> TokenTrouble.CREDENTIALS_UNUSABLE;
            case GRANT_GONE -> TokenTrouble.GRANT_GONE;
            case REFRESH_ANSWER_LOST -> TokenTrouble.REFRESH_ANSWER_LOST;
            case KEY_MISSING -> TokenTrouble.KEY_MISSING;
            case UNEXPECTED_ANSWER -> TokenTrouble.UNEXPECTED_ANSWER;
            case null -> TokenTrouble.UNEXPECTED_ANSWER;
        };
    }
}
