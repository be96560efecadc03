package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.Environment;
import java.util.function.Function;

/** Tells credentials that are wrong from those that belong to the other environment. */
final class OtherEnvironment {

    private OtherEnvironment() {}

    /** The verdict of asking, unless the credentials belong elsewhere: by their looks, or because they work there. */
    static Verdict considered(Access access, Function<Access, Verdict> ask) {
        // Not sent at all: where both environments share an address, a live key would work, on real business.
        if (access.belongsElsewhere()) {
            return Verdicts.wrongEnvironment();
        }
        var verdict = ask.apply(access);
        return verdict.reason() == CheckReason.CREDENTIALS_REFUSED && mayBeAsked(access) && worksThere(access, ask)
                ? new Verdict(
                        AccessStatus.FAILED_AUTHENTICATION,
                        CheckReason.WRONG_ENVIRONMENT,
                        verdict.latency(),
                        null,
                        false)
                : verdict;
    }

    private static boolean worksThere(Access access, Function<Access, Verdict> ask) {
        return ask.apply(new Access(elsewhere(access.question()))).status() == AccessStatus.OPERATIONAL;
    }

    /** A grant is never shown where it does not belong: vendors take grants back for less. */
    private static boolean mayBeAsked(Access access) {
        var type = access.method().type();
        return type != AuthenticationType.OAUTH2_AUTHORIZATION_CODE
                && type != AuthenticationType.OAUTH2_REFRESH_TOKEN
                && Proof.asksOtherEnvironment(access)
                && access.question().system().has(other(access.question()));
    }

    private static Checks.Question elsewhere(Checks.Question question) {
        return new Checks.Question(question.system(), other(question), question.method(), question.values());
    }

    private static Environment other(Checks.Question question) {
        return question.environment() == Environment.LIVE ? Environment.TEST : Environment.LIVE;
    }
}
