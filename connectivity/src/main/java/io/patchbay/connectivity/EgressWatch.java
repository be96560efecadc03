package io.patchbay.connectivity;

import java.net.URI;

/** Sees what leaves Patchbay and what comes of it, for whoever watches Patchbay. What is sent is not shown. */
public interface EgressWatch {

    /** Nobody watches. */
    EgressWatch NONE = (method, address) -> Leaving.UNSEEN;

    /** A request is about to leave; what is returned is told the end. */
    Leaving leaving(String method, URI address);

    /** A request that is under way; one of its methods is called, once. */
    interface Leaving {

        /** Nobody watches. */
        Leaving UNSEEN = new Leaving() {

            @Override
            public void answered(int status) {}

            @Override
            public void failed(String code) {}
        };

        /** An answer came, or begins. */
        void answered(int status);

        /** There is none, and the code says why. */
        void failed(String code);
    }
}
