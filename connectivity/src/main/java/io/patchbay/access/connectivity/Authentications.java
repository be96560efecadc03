package io.patchbay.access.connectivity;

import io.patchbay.system.AuthenticationMethod;
import java.util.Optional;

/** The registry: which type is applied by which class. */
final class Authentications {

    private Authentications() {}

    /** Empty where it is not applied to requests. */
    static Optional<Authentication> of(AuthenticationMethod method) {
        return switch (method.type()) {
            case NONE, API_KEY, CUSTOM_HEADERS -> Optional.of(new PlacedCredentials());
            case BASIC -> Optional.of(new BasicAuthentication());
            case BEARER -> Optional.of(new BearerToken());
            case OAUTH1 -> OAuth1.signs(method) ? Optional.of(new OAuth1()) : Optional.empty();
            case OAUTH2_CLIENT_CREDENTIALS,
                    OAUTH2_AUTHORIZATION_CODE,
                    OAUTH2_REFRESH_TOKEN,
                    OAUTH2_JWT_BEARER,
                    TOKEN_LOGIN -> Optional.of(new TokenCarrying());
            case CLIENT_CERTIFICATE -> Optional.of(new ClientCertificate());
            case SFTP_PASSWORD, SFTP_KEY -> Optional.empty();
        };
    }
}
