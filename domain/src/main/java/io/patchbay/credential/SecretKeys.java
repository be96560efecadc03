package io.patchbay.credential;

import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys that encrypt every secret of this Patchbay, whichever company it belongs to. Thread-safe. */
public interface SecretKeys {

    /** Which keys there are, and how far the newest rotation is. */
    State state();

    /**
     * Begins to encrypt everything under a new data key, itself under the current master key. Goes on in the background,
     * on any node, while every secret stays readable; does nothing where a rotation is under way already.
     */
    void rotate();

    /** Decrypts every secret there is, and tells which cannot be. Reads in small portions and holds no lock. */
    Verification verify();

    /**
     * The keys.
     *
     * @param dataKey by what people tell data keys apart
     * @param dataKeyMadeAt when the data key for new secrets was made
     * @param masterKey by what people tell master keys apart; tells nothing about the key
     * @param masterKeyIsCurrent false: the data key is still under a previous master key, and a rotation moves it
     */
    record State(
            String dataKey,
            Instant dataKeyMadeAt,
            String masterKey,
            boolean masterKeyIsCurrent,
            @Nullable Rotation newestRotation) {

        public Optional<Rotation> rotation() {
            return Optional.ofNullable(newestRotation);
        }
    }

    /**
     * A rotation, under way or over.
     *
     * @param total how many secrets there were when it began
     * @param done how many are encrypted under the new key by now
     * @param failed how many cannot be decrypted and stay as they are
     * @param finishedAt null: under way
     */
    record Rotation(
            Instant startedAt,
            long total,
            long done,
            long failed,
            @Nullable Instant finishedAt) {

        public boolean underWay() {
            return finishedAt == null;
        }
    }

    /**
     * What came of decrypting everything.
     *
     * @param checked how many secrets were tried
     * @param unreadable those that could not be decrypted, {@link #MOST_LISTED} at most
     * @param unreadableInAll how many these are in all
     */
    record Verification(long checked, List<Unreadable> unreadable, long unreadableInAll) {

        /** More are counted, not listed. */
        public static final int MOST_LISTED = 1_000;

        public Verification {
            unreadable = List.copyOf(unreadable);
        }

        /** The same, listing only one company's. */
        public Verification listing(CompanyId company) {
            return new Verification(
                    checked,
                    unreadable.stream()
                            .filter(it -> it.company().equals(company))
                            .toList(),
                    unreadableInAll);
        }
    }

    /**
     * A secret that cannot be decrypted.
     *
     * @param owner what needs it; null: nothing does any more
     */
    record Unreadable(
            CompanyId company,
            SecretId secret,
            UnreadableSecret.Reason reason,
            @Nullable Owner owner) {}

    /**
     * What needs a secret.
     *
     * @param id of the connector, instance or draft
     * @param name null: a draft has none
     */
    record Owner(Kind kind, UUID id, @Nullable String name) {

        /** What there is that needs secrets. */
        public enum Kind {
            CONNECTOR,
            INSTANCE,
            DRAFT
        }
    }
}
