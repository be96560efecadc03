package io.patchbay.access;

import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.util.Optional;

/** Connectors and instances by the credentials that they use. */
public interface AccessesByCredentials {

    /** Empty too where only a draft uses them. */
    Optional<SystemAccess> find(CompanyId company, CredentialsId credentials);
}
