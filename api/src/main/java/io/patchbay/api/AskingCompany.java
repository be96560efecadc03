package io.patchbay.api;

import io.patchbay.shared.CompanyId;

/** Tells for which company the request on this thread is asked. */
public interface AskingCompany {

    CompanyId id();
}
