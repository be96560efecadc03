package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;

/** How one type of authentication is applied to requests. */
interface Authentication {

    /** The request with the credentials on it, got from the vendor first where there is an exchange for that. */
    Prepared prepare(Access access, OutgoingRequest request, Vendor vendor);
}
