package io.patchbay.watching.app;

import io.patchbay.access.Check;
import io.patchbay.access.Checks;
import io.patchbay.system.AuthenticationMethod;

/** Checks that are watched. */
final class WatchedChecks implements Checks {

    private final Checks checks;
    private final Watch watch;

    WatchedChecks(Checks checks, Watch watch) {
        this.checks = checks;
        this.watch = watch;
    }

    @Override
    public boolean supports(AuthenticationMethod method) {
        return checks.supports(method);
    }

    @Override
    public Check check(Question question) {
        var watched = watch.begin(Timed.CHECKS, "check")
                .label("system", question.system().id().slug());
        try (var _ = watched.scope()) {
            var check = checks.check(question);
            watched.label("status", check.status().name());
            if (check.reason() != null) {
                watched.label("reason", check.reason().name())
                        .failed(check.reason().name());
            }
            return check;
        } finally {
            watched.end();
        }
    }
}
