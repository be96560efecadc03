package io.patchbay.app;

import io.patchbay.credential.SecretKeys;
import io.patchbay.credential.SecretKeys.Verification;
import io.patchbay.credential.persistence.KeyRotation;
import io.patchbay.credential.persistence.KeyRotation.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What the owner of this Patchbay does to its keys from a shell, beside a Patchbay that is running or not. */
final class KeyCommands {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SecretKeys keys;
    private final KeyRotation rotation;
    private final PrintStream out;

    KeyCommands(SecretKeys keys, KeyRotation rotation, PrintStream out) {
        this.keys = keys;
        this.rotation = rotation;
        this.out = out;
    }

    /** The commands, as they are typed. */
    static final List<String> NAMES = List.of("rotate", "verify");

    /** Runs a command to its end; false where something is wrong with the secrets. */
    boolean run(String name) {
        return switch (name) {
            case "rotate" -> rotate();
            case "verify" -> verify();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Goes on with a rotation that is under way, or begins one. */
    private boolean rotate() {
        keys.rotate();
        long told = -1;
        var progress = rotation.next();
        while (progress != Progress.NONE) {
            told = tell(told);
            if (progress != Progress.MORE) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            progress = rotation.next();
        }
        var state = keys.state();
        var result = state.rotation().orElseThrow();
        out.printf(
                "Done: %,d secrets are under the data key %s, and that under the master key %s.%n",
                result.done(), state.dataKey(), state.masterKey());
        if (result.failed() > 0) {
            out.printf(
                    "%,d secrets cannot be decrypted and stayed as they are; \"verify\" lists them.%n",
                    result.failed());
        }
        return result.failed() == 0;
    }

    /** Once per percent. */
    private long tell(long told) {
        var rotation = keys.state().rotation().orElseThrow();
        long percent = rotation.total() == 0 ? 100 : Math.min(100, 100 * rotation.done() / rotation.total());
        if (percent != told) {
            out.printf("%3d %% (%,d of %,d)%n", percent, rotation.done(), rotation.total());
        }
        return percent;
    }

    private boolean verify() {
        var verification = keys.verify();
        if (verification.unreadableInAll() == 0) {
            out.printf("Checked %,d secrets: all of them can be read.%n", verification.checked());
            return true;
        }
        out.printf(
                "Checked %,d secrets: %,d of them cannot be read.%n",
                verification.checked(), verification.unreadableInAll());
        verification.unreadable().forEach(it -> out.println(line(it)));
        if (verification.unreadableInAll() > Verification.MOST_LISTED) {
            out.printf("Only the first %,d are listed.%n", Verification.MOST_LISTED);
        }
        return false;
    }

    private static String line(SecretKeys.Unreadable unreadable) {
        var owner = unreadable.owner();
        return "  %s: secret %s of %s, company %s"
                .formatted(
                        unreadable.reason(),
                        unreadable.secret().value(),
                        owner == null
                                ? "nothing any more"
                                : "%s %s%s"
                                        .formatted(
                                                owner.kind().name().toLowerCase(Locale.ROOT),
                                                owner.id(),
                                                owner.name() == null ? "" : " \"" + owner.name() + "\""),
                        unreadable.company().value());
    }
}
