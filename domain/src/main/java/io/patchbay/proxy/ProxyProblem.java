package io.patchbay.proxy;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the system did not answer a request. Holds nothing of the request.
 *
 * @param message an English sentence that says what would be right
 * @param reason as a check would tell it; null: the request itself was the problem
 * @param allowed the methods that are allowed, where the method was the problem
 * @param retryAfter when to come back; null: nobody said
 */
public record ProxyProblem(
        ProxyCode code,
        String message,
        @Nullable CheckReason reason,
        List<String> allowed,
        @Nullable Duration retryAfter) {

    public ProxyProblem {
        allowed = List.copyOf(allowed);
    }

    /** A problem of the request itself. */
    public static ProxyProblem of(ProxyCode code, String message) {
        return new ProxyProblem(code, message, null, List.of(), null);
    }

    /** That the method cannot be sent, and which can. */
    public static ProxyProblem methodNotAllowed(List<String> allowed) {
        return new ProxyProblem(
                ProxyCode.METHOD_NOT_ALLOWED,
                "Send one of the methods that may be sent to this system: " + String.join(", ", allowed),
                null,
                allowed,
                null);
    }

    /** That too much is asked, and when to come back. */
    public static ProxyProblem tooMany(ProxyCode code, String message, Duration retryAfter) {
        return new ProxyProblem(code, message, null, List.of(), retryAfter);
    }

    /** What a check would have said. */
    public static ProxyProblem of(AccessStatus status, CheckReason reason) {
        var code = switch (reason) {
            case TIMEOUT -> ProxyCode.SYSTEM_TIMEOUT;
            case RATE_LIMITED -> ProxyCode.RATE_LIMITED;
            default ->
                switch (status) {
                    case NEEDS_RECONNECT -> ProxyCode.NEEDS_RECONNECT;
                    case FAILED_AUTHENTICATION -> ProxyCode.FAILED_AUTHENTICATION;
                    default -> ProxyCode.SYSTEM_UNREACHABLE;
                };
        };
        return new ProxyProblem(code, sentence(code, reason), reason, List.of(), null);
    }

    private static String sentence(ProxyCode code, CheckReason reason) {
        return switch (code) {
            case SYSTEM_TIMEOUT -> "The system let too much time pass; ask it for less at once, or later";
            case RATE_LIMITED -> "The system asks to come back later";
            case NEEDS_RECONNECT ->
                reason == CheckReason.KEY_MISSING
                        ? "A secret of these credentials cannot be decrypted: replace the credentials, or give Patchbay its key"
                        : "The grant is gone: connect again on the page of this connector or instance";
            case FAILED_AUTHENTICATION ->
                "These credentials let nobody in (" + reason + "): replace them, or test them on their page";
            default -> "The system could not be reached (" + reason + "); its page in Patchbay says more";
        };
    }
}
