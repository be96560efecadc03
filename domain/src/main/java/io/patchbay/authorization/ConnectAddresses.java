package io.patchbay.authorization;

import io.patchbay.shared.Secret;
import java.net.URI;

/** Patchbay's own addresses for connecting by redirect, as browsers and vendors see them: absolute. */
public interface ConnectAddresses {

    /** Where vendors send people back to; what has to be registered there. */
    URI redirect();

    /** The one-time address that begins an attempt. */
    URI start(Secret key);
}
