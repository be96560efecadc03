package io.patchbay.connectivity;

import java.net.UnknownHostException;

/** That a host has an address that must not be spoken to. */
public final class ForbiddenAddress extends UnknownHostException {

    ForbiddenAddress(String host) {
        super(host);
    }
}
