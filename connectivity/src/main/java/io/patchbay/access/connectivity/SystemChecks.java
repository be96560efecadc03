package io.patchbay.access.connectivity;

import io.patchbay.access.Check;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Egress;
import io.patchbay.system.AuthenticationMethod;
import java.time.Clock;

/** Checks by the protocol that the method speaks. Thread-safe. */
public final class SystemChecks implements Checks {

    private final Checks http;
    private final Checks sftp;

    public SystemChecks(Egress egress, Clock clock) {
        this.http = new HttpChecks(egress, clock);
        this.sftp = new SftpChecks(egress, clock);
    }

    @Override
    public boolean supports(AuthenticationMethod method) {
        return of(method).supports(method);
    }

    @Override
    public Check check(Question question) {
        var check = of(question.method()).check(question);
        var reason = check.reason();
        return reason == null ? check : check.with(question.system().hints().get(reason.name()));
    }

    private Checks of(AuthenticationMethod method) {
        return switch (method.type()) {
            case SFTP_PASSWORD, SFTP_KEY -> sftp;
            default -> http;
        };
    }
}
