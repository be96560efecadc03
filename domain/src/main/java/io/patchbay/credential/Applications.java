package io.patchbay.credential;

import io.patchbay.shared.Secret;
import io.patchbay.system.SystemId;
import java.util.Optional;

/** Applications that the owner of this Patchbay registered at vendors for everybody who uses it. */
@FunctionalInterface
public interface Applications {

    /** None at any vendor. */
    Applications NONE = system -> Optional.empty();

    /** What a vendor calls client id and client secret. */
    record Application(String clientId, Secret clientSecret) {}

    Optional<Application> find(SystemId system);
}
