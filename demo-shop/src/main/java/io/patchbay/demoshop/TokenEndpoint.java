package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Gives short-lived tokens to a client that shows its secret (RFC 6749, 4.1.3, 4.4 and 6), or that signs (RFC 7523). */
final class TokenEndpoint {

    static final BasicCredentials CLIENT = new BasicCredentials("demo-client", "demo-client-secret");

    private static final String ASSERTION_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final AccessTokens tokens;
    private final Codes codes;
    private final Grants grants;
    private final SignedAssertions assertions;

    TokenEndpoint(AccessTokens tokens, Codes codes, Grants grants, SignedAssertions assertions) {
        this.tokens = tokens;
        this.codes = codes;
        this.grants = grants;
        this.assertions = assertions;
    }

    private record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    private record GrantedToken(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("refresh_token") String refreshToken,
            String scope) {}

    private record Refusal(
            String error, @JsonProperty("error_description") String description) {}

    ServerResponse issue(ServerRequest request) {
        if (!isForm(request)) {
            return refused(
                    "invalid_request", "Send a form (application/x-www-form-urlencoded), and nothing in the query");
        }
        if (request.params().values().stream().anyMatch(values -> values.size() > 1)) {
            return refused("invalid_request", "Send every parameter once");
        }
        var authorizations = request.headers().header(HttpHeaders.AUTHORIZATION);
        if (authorizations.size() + (request.param("client_secret").isPresent() ? 1 : 0) > 1) {
            return refused("invalid_request", "Send the secret in the header or in the body, not in both");
        }
        var grantType = request.param("grant_type").orElse("");
        if (grantType.equals(ASSERTION_GRANT)) {
            // Who signs it is known by that.
            return isSigned(request, "assertion")
                    ? issued("jwt-bearer")
                    : refused("invalid_grant", "The assertion is not signed by the demo key, not for here, or not now");
        }
        boolean signed = isSigned(request, "client_assertion");
        if (!signed && !clientOf(request, authorizations).equals(Optional.of(CLIENT))) {
            return unknownClient();
        }
        return switch (grantType) {
            case "client_credentials" -> issued(signed ? "private-key-jwt" : "client-credentials");
            case "authorization_code" -> forCode(request);
            case "refresh_token" -> forRefreshToken(request);
            case "" -> refused("invalid_request", "Send grant_type=client_credentials");
            default ->
                refused(
                        "unsupported_grant_type",
                        "The grant types are client_credentials, authorization_code, refresh_token and "
                                + ASSERTION_GRANT);
        };
    }

    // A secret in the address would be written into logs on its way, which is why RFC 6749 forbids it.
    private static boolean isForm(ServerRequest request) {
        return request.uri().getQuery() == null
                && request.headers()
                        .contentType()
                        .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                        .isPresent();
    }

    private static Optional<BasicCredentials> clientOf(ServerRequest request, List<String> authorizations) {
        if (!authorizations.isEmpty()) {
            return BasicCredentials.parse(authorizations.getFirst()).flatMap(TokenEndpoint::decoded);
        }
        return request.param("client_id")
                .flatMap(id -> request.param("client_secret").map(secret -> new BasicCredentials(id, secret)));
    }

    /** OAuth encodes both as form values before they go into the header (RFC 6749, 2.3.1). */
    private static Optional<BasicCredentials> decoded(BasicCredentials encoded) {
        try {
            return Optional.of(new BasicCredentials(
                    URLDecoder.decode(encoded.name(), UTF_8), URLDecoder.decode(encoded.password(), UTF_8)));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private boolean isSigned(ServerRequest request, String parameter) {
        return request.param(parameter)
                .filter(jwt ->
                        assertions.accepts(jwt, CLIENT.name(), request.uri().toString()))
                .isPresent();
    }

    private ServerResponse issued(String method) {
        return uncached(HttpStatus.OK)
                .body(new Token(tokens.issue(method), "Bearer", AccessTokens.LIFETIME.toSeconds()));
    }

    private ServerResponse forCode(ServerRequest request) {
        return codes.redeem(
                        request.param("code").orElse(""),
                        request.param("redirect_uri").orElse(""),
                        request.param("code_verifier").orElse(""))
                .map(TokenEndpoint::granted)
                .orElseGet(() -> refused(
                        "invalid_grant", "The code is unknown, used or expired, or not for this address and verifier"));
    }

    private ServerResponse forRefreshToken(ServerRequest request) {
        return grants.refresh(request.param("refresh_token").orElse(""))
                .map(TokenEndpoint::granted)
                .orElseGet(() -> refused("invalid_grant", "The refresh token is unknown, used or revoked"));
    }

    private static ServerResponse granted(Grants.Tokens granted) {
        return uncached(HttpStatus.OK)
                .body(new GrantedToken(
                        granted.accessToken(),
                        "Bearer",
                        AccessTokens.LIFETIME.toSeconds(),
                        granted.refreshToken(),
                        granted.grant().scope()));
    }

    private static ServerResponse unknownClient() {
        return uncached(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Demo Shop tokens\", charset=\"UTF-8\"")
                .body(new Refusal("invalid_client", "The client id or the client secret is wrong"));
    }

    private static ServerResponse refused(String error, String description) {
        return uncached(HttpStatus.BAD_REQUEST).body(new Refusal(error, description));
    }

    private static ServerResponse.BodyBuilder uncached(HttpStatus status) {
        return ServerResponse.status(status)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache");
    }
}
