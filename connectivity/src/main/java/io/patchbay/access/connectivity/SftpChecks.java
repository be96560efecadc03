package io.patchbay.access.connectivity;

import io.patchbay.access.Check;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressFailure;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Logs in by SFTP and looks into the folder. Thread-safe. */
final class SftpChecks implements Checks {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Egress egress;
    private final Clock clock;
    private final Duration longest;

    SftpChecks(Egress egress, Clock clock) {
        this(egress, clock, LONGEST);
    }

    /** With another limit than 10 seconds. */
    SftpChecks(Egress egress, Clock clock, Duration longest) {
        this.egress = egress;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public boolean supports(AuthenticationMethod method) {
        return method.type() == AuthenticationType.SFTP_PASSWORD || method.type() == AuthenticationType.SFTP_KEY;
    }

    @Override
    public Check check(Question question) {
        var verdict = verdict(new Access(question));
        return new Check(
                verdict.status(), verdict.reason(), null, verdict.latency(), clock.instant(), verdict.retryAfter());
    }

    private Verdict verdict(Access access) {
        var host = access.value(Place.HOST);
        var port = access.value(Place.PORT).flatMap(SftpChecks::port);
        var key = access.value(Place.PRIVATE_KEY)
                .flatMap(text -> SshKeys.pair(
                        text, access.value(Place.PRIVATE_KEY_PASSPHRASE).orElse("")));
        boolean needsKey = access.method().type() == AuthenticationType.SFTP_KEY;
        if (host.isEmpty() || port.isEmpty() || (needsKey && key.isEmpty())) {
            return Verdict.unusable();
        }
        return inTime(visit(access, host.get(), port.get(), key));
    }

    private SftpVisit visit(Access access, String host, int port, Optional<KeyPair> key) {
        return new SftpVisit(
                () -> egress.addresses(host, port),
                access.value(Place.HOST_FINGERPRINT).orElse(""),
                access.value(Place.USERNAME).orElse(""),
                access.value(Place.PASSWORD),
                key,
                access.value(Place.ROOT_PATH).orElse("."),
                Deadline.in(longest));
    }

    /** Whatever the visit is waiting for. */
    private Verdict inTime(SftpVisit visit) {
        var running = new FutureTask<>(visit::verdict);
        var thread = Thread.startVirtualThread(running);
        try {
            return running.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return Verdicts.ofFailure(EgressFailure.TIMEOUT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Verdicts.ofFailure(EgressFailure.TIMEOUT);
        } catch (ExecutionException unforeseen) {
            // The library throws what it likes at packets that make no sense.
            return Verdicts.ofFailure(EgressFailure.UNREADABLE);
        } finally {
            thread.interrupt();
        }
    }

    private static Optional<Integer> port(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(port -> port > 0 && port < 65_536);
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
