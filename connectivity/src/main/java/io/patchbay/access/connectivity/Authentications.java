package io.patchbay.access.connectivity;

import io.patchbay.system.AuthenticationMethod;
import java.util.Optional;

/** The registry: which type is applied by which class. */
final class Authentications {

    private Authentications() {}

    /** Empty where the credentials cannot be tried without a person, or without using them up. */
    static Optional<Authentication> of(AuthenticationMethod method) {
        return switch (method.type()) {
            case NONE, API_KEY, CUSTOM_HEADERS -> Optional.of(new PlacedCredentials());
            case BASIC -> Optional.of(new BasicAuthentication());
            case BEARER -> Optional.of(new BearerToken());
            case OAUTH1 -> OAuth1.signs(method) ? Optional.of(new OAuth1()) : Optional.empty();
            case OAUTH2_CLIENT_CREDENTIALS -> Optional.of(new ClientCredentials());
            case OAUTH2_REFRESH_TOKEN -> isReusable(method) ? Optional.of(new PastedRefreshToken()) : Optional.empty();
            case OAUTH2_JWT_BEARER -> Optional.of(new JwtBearer());
            case TOKEN_LOGIN -> Optional.of(new TokenLogin());
            case CLIENT_CERTIFICATE -> Optional.of(new ClientCertificate());
            case OAUTH2_AUTHORIZATION_CODE, SFTP_PASSWORD, SFTP_KEY -> Optional.empty();
        };
    }

    /** Any other refresh token may be replaced by the answer, which a check has nowhere to keep. */
    private static boolean isReusable(AuthenticationMethod method) {
        return "reusable".equals(method.settings().get("refreshReuse"));
    }
}
