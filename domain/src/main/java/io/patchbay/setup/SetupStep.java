package io.patchbay.setup;

import io.patchbay.shared.Text;
import java.util.Optional;

/** The wizard's steps, in the order in which they are answered. */
public enum SetupStep {
    /** Name, company group and environment. */
    GENERAL,
    /** Time zone and date format; for an instance the rate limit too. */
    TIME_AND_DATE,
    /** Which authentication method. */
    AUTHENTICATION,
    /** The method's credentials; its button creates. */
    CREDENTIALS;

    /** What people call it. */
    public Text title() {
        return Text.of("step." + name());
    }

    /** The step after this one; empty after the last. */
    public Optional<SetupStep> next() {
        return this == CREDENTIALS ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
