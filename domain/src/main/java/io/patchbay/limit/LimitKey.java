package io.patchbay.limit;

import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;

/** Whose requests are counted together: vendors count by account, and a set of credentials is the nearest to that. */
public record LimitKey(CompanyId company, CredentialsId credentials) {

    public static LimitKey of(CompanyId company, Credentials credentials) {
        return new LimitKey(company, credentials.id());
    }
}
