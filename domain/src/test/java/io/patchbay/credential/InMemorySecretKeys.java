package io.patchbay.credential;

import io.patchbay.shared.CompanyId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys in memory: a rotation goes on when it is told to. */
public class InMemorySecretKeys implements SecretKeys {

    private final Clock clock;
    private final List<Unreadable> unreadable = new ArrayList<>();
    private int number = 1;
    private Instant madeAt;
    private @Nullable Rotation rotation;

    public InMemorySecretKeys(Clock clock) {
        this.clock = clock;
        this.madeAt = clock.instant();
    }

    @Override
    public State state() {
        return new State("key-" + number, madeAt, "0badcafe", true, rotation);
    }

    @Override
    public void rotate() {
        if (rotation == null || !rotation.underWay()) {
            number++;
            madeAt = clock.instant();
            rotation = new Rotation(madeAt, 100, 0, 0, null);
        }
    }

    /** Moves so many secrets of the hundred that there are. */
    public void goOn(int done) {
        rotation = new Rotation(madeAt, 100, done, 0, done == 100 ? clock.instant() : null);
    }

    /** From now on a secret cannot be read. */
    public void lose(CompanyId company, @Nullable Owner owner) {
        unreadable.add(new Unreadable(company, SecretId.next(), UnreadableSecret.Reason.KEY_MISSING, owner));
    }

    @Override
    public Verification verify() {
        return new Verification(100, unreadable, unreadable.size());
    }
}
