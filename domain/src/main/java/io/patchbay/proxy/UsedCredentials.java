package io.patchbay.proxy;

import io.patchbay.credential.Credentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import io.patchbay.system.SystemDefinition;
import java.util.Map;

/** Gives credentials as they are used, at once where they were used a moment ago. */
public interface UsedCredentials {

    /**
     * The values by field key, secret or not; only fields that are set.
     *
     * @throws io.patchbay.credential.UnreadableSecret where a secret cannot be decrypted
     */
    Map<String, Secret> of(CompanyId company, SystemDefinition system, Credentials credentials);
}
