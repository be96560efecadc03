package io.patchbay.connectivity;

import java.net.URI;

/** Sees what leaves Patchbay and what comes of it, for whoever watches Patchbay. What is sent is not shown. */
public interface EgressWatch {

    /** Nobody watches. */
    EgressWatch NONE = (method, address) -> exchange -> {};

    /** A request is about to leave; what is returned is told the end. */
    Leaving leaving(String method, URI address);

    /** A request that is under way. */
    @FunctionalInterface
    interface Leaving {

        void ended(Exchange exchange);
    }
}
