package io.patchbay.demoshop;

import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;

/** A place in requests where credentials may be shown. */
interface Door {

    /** How often there are some, right or wrong. */
    int knocks(ServerRequest request);

    /** Who it is; empty where the credentials are wrong. */
    Optional<Visitor> open(ServerRequest request);
}
