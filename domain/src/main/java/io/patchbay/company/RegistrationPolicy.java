package io.patchbay.company;

import io.patchbay.shared.Secret;

/** Who may register, as the settings say. */
public interface RegistrationPolicy {

    /** Whether anyone may register a further company. */
    boolean open();

    /** Whether this is the code that start-up printed. */
    boolean isSetupCode(Secret code);
}
