package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.patchbay.connectivity.Exchange;
import io.patchbay.connectivity.Header;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Asks an OAuth 2 token endpoint for a token. Nimbus writes the request; the one client sends it. */
final class TokenEndpoint {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Access access;
    private final Vendor vendor;

    TokenEndpoint(Access access, Vendor vendor) {
        this.access = access;
        this.vendor = vendor;
    }

    /**
     * What the vendor answers, whatever that is; empty where the values make no request.
     *
     * @param client null: the grant speaks for itself
     */
    Optional<Exchange> ask(AuthorizationGrant grant, @Nullable ClientID client, Scope scope) {
        try {
            var address = address();
            var authentication = client == null ? Optional.<ClientAuthentication>empty() : authentication(client);
            if (address.isEmpty() || (client != null && authentication.isEmpty() && !clientIsPublic())) {
                return Optional.empty();
            }
            var builder = authentication
                    .map(known -> new TokenRequest.Builder(address.get(), known, grant))
                    .orElseGet(() -> client == null
                            ? new TokenRequest.Builder(address.get(), grant)
                            : new TokenRequest.Builder(address.get(), client, grant));
            var request = completed(builder, scope).build().toHTTPRequest();
            return Optional.of(vendor.send(outgoing(request)));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** The scopes that the person chose, or those of the definition. */
    static Scope scope(Access access) {
        var words = access.value(Place.SCOPE)
                .or(() -> access.setting("scopes")
                        .map(scopes -> words(scopes).map(access::expand).collect(Collectors.joining(" "))))
                .orElse("");
        return new Scope(words(words).toArray(String[]::new));
    }

    private Optional<URI> address() {
        return access.setting("tokenUrl").flatMap(access::address);
    }

    private boolean clientIsPublic() {
        return clientAuthentication().equals("none");
    }

    private String clientAuthentication() {
        return access.setting("clientAuthentication").orElse("header");
    }

    private Optional<ClientAuthentication> authentication(ClientID client) {
        var secret = access.value(Place.CLIENT_SECRET).map(Secret::new);
        return switch (clientAuthentication()) {
            case "none" -> Optional.empty();
            case "body" -> secret.map(known -> new ClientSecretPost(client, known));
            case "private_key_jwt" ->
                Assertion.ofClient(access, client, vendor.clock()).map(PrivateKeyJWT::new);
            default -> secret.map(known -> new ClientSecretBasic(client, known));
        };
    }

    private TokenRequest.Builder completed(TokenRequest.Builder builder, Scope scope) {
        if (!scope.isEmpty()) {
            builder.scope(scope);
        }
        access.setting("resource").ifPresent(resource -> builder.resources(URI.create(resource)));
        access.setting("tokenParameters")
                .map(URLUtils::parseParameters)
                .orElse(Map.of())
                .forEach((name, values) -> builder.customParameter(name, values.toArray(String[]::new)));
        access.placed(Place.TOKEN_PARAMETER)
                .forEach(parameter -> builder.customParameter(parameter.name(), parameter.value()));
        // Where something is signed, the audience stands in there.
        if (!clientAuthentication().equals("private_key_jwt")
                && access.method().type() != AuthenticationType.OAUTH2_JWT_BEARER) {
            access.setting("audience")
                    .map(access::expand)
                    .ifPresent(audience -> builder.customParameter("audience", audience));
        }
        return builder;
    }

    private OutgoingRequest outgoing(HTTPRequest request) {
        var outgoing = OutgoingRequest.of("POST", request.getURI()).with(Header.open("Accept", "application/json"));
        if (request.getAuthorization() != null) {
            outgoing = outgoing.with(Header.confidential("Authorization", request.getAuthorization()));
        }
        if (access.setting("tokenContentType").filter("json"::equals).isPresent()) {
            return outgoing.with(Header.open("Content-Type", "application/json"))
                    .withBody(json(request));
        }
        return outgoing.with(Header.open("Content-Type", "application/x-www-form-urlencoded"))
                .withBody(request.getBody());
    }

    private static String json(HTTPRequest request) {
        return JSON.writeValueAsString(URLUtils.parseParameters(request.getBody()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> String.join(" ", parameter.getValue()))));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }
}
