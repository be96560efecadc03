package io.patchbay.attention;

import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinitions;

/** The one thing to do first. */
public enum Remedy {
    /** A person says yes on the vendor's page once more. */
    RECONNECT,
    /** The credentials are typed anew. */
    REPLACE_CREDENTIALS,
    /** The system is asked again, now or after something was put right outside of Patchbay. */
    TEST_AGAIN,
    /** Nothing can be done about it here but to look at it, because its system is no longer known. */
    OPEN;

    static Remedy of(SystemAccess access, SystemDefinitions systems) {
        var system = systems.find(access.system());
        if (system.isEmpty()) {
            return OPEN;
        }
        var method = system.get().method(access.credentials().method());
        return switch (access.status()) {
            case NEEDS_RECONNECT ->
                anew(method.filter(AuthenticationMethod::needsRedirect).isPresent());
            case FAILED_AUTHENTICATION ->
                refused(
                        access,
                        method.filter(AuthenticationMethod::needsRedirect).isPresent());
            case SYSTEM_UNREACHABLE, OPERATIONAL, NOT_CHECKED -> TEST_AGAIN;
        };
    }

    private static Remedy refused(SystemAccess access, boolean byRedirect) {
        var check = access.lastCheck();
        var reason = check == null ? null : check.reason();
        // Neither is a matter of the credentials: somebody sets a clock, or grants a permission at the vendor.
        return reason == CheckReason.CLOCK || reason == CheckReason.PERMISSION ? TEST_AGAIN : anew(byRedirect);
    }

    private static Remedy anew(boolean byRedirect) {
        return byRedirect ? RECONNECT : REPLACE_CREDENTIALS;
    }
}
