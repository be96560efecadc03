package io.patchbay.proxy;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import java.net.URI;

/** Where programs find connectors and instances. */
@FunctionalInterface
public interface ProxyAddresses {

    /** The whole address, by the name under which Patchbay is known to whoever is answered now. */
    URI of(AccessKind kind, AccessId id);
}
