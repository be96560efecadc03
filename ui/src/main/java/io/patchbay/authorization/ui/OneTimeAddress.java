package io.patchbay.authorization.ui;

import io.patchbay.shared.Secret;

/** Where a browser on Patchbay's pages begins an attempt: relative, so that it stays where the reader is logged in. */
final class OneTimeAddress {

    private OneTimeAddress() {}

    static String of(Secret key) {
        return "oauth/start?key=" + key.reveal();
    }
}
