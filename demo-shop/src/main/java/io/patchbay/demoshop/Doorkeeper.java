package io.patchbay.demoshop;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lets in who shows the credentials of one method; who shows two, or wrong ones, stays outside. */
final class Doorkeeper implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    static final BasicCredentials PERSON = new BasicCredentials("demo", "demo-password");
    static final String API_KEY_HEADER = "X-Api-Key";
    static final String API_KEY = "demo-api-key";
    static final String LASTING_TOKEN = "demo-token";

    private static final String BEARER = "bearer ";
    private static final String METHOD = Doorkeeper.class.getName() + ".method";
    private static final String BASIC_CHALLENGE = "Basic realm=\"Demo Shop\", charset=\"UTF-8\"";
    private static final String BEARER_CHALLENGE = "Bearer realm=\"Demo Shop\"";

    private static final String GRANT = Doorkeeper.class.getName() + ".grant";

    private final AccessTokens tokens;
    private final Grants grants;

    Doorkeeper(AccessTokens tokens, Grants grants) {
        this.tokens = tokens;
        this.grants = grants;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var headers = request.headers();
        var authorizations = headers.header(HttpHeaders.AUTHORIZATION);
        var apiKeys = headers.header(API_KEY_HEADER);
        if (authorizations.size() + apiKeys.size() != 1) {
            return refused(
                    authorizations.isEmpty() && apiKeys.isEmpty()
                            ? "Show credentials of one of the shop's methods"
                            : "Show the credentials of one method only");
        }
        var method = apiKeys.isEmpty() ? method(authorizations.getFirst()) : methodOfKey(apiKeys.getFirst());
        if (method.isEmpty()) {
            return authorizations.stream().anyMatch(Doorkeeper::isBearer) ? wrongToken() : refused("These are wrong");
        }
        request.attributes().put(METHOD, method.get());
        authorizations.stream()
                .filter(Doorkeeper::isBearer)
                .flatMap(authorization -> grants.of(tokenIn(authorization)).stream())
                .forEach(grant -> request.attributes().put(GRANT, grant));
        return next.handle(request);
    }

    /** Whose shop it is: the one that a person chose where a person let the program in. */
    static String accountOf(ServerRequest request) {
        return grantOf(request).map(Grant::account).orElse("Demo Shop");
    }

    /** Answers if it may: a person may have allowed less than everything. */
    static ServerResponse allowing(Permission needed, ServerRequest request, Supplier<ServerResponse> answer) {
        var allowed = grantOf(request)
                .map(grant -> grant.permissions().contains(needed))
                .orElse(true);
        return allowed
                ? answer.get()
                : ServerResponse.status(HttpStatus.FORBIDDEN)
                        .header(
                                HttpHeaders.WWW_AUTHENTICATE,
                                BEARER_CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed.scope() + "\"")
                        .body(new Problem("insufficient_scope", "Nobody allowed " + needed.scope()));
    }

    private static Optional<Grant> grantOf(ServerRequest request) {
        return request.attribute(GRANT).map(Grant.class::cast);
    }

    /** The method by which this request was let in, as the shop's definition calls it. */
    static String methodOf(ServerRequest request) {
        return (String) request.attribute(METHOD).orElseThrow();
    }

    private Optional<String> method(String authorization) {
        if (!isBearer(authorization)) {
            return BasicCredentials.parse(authorization).filter(PERSON::equals).map(person -> "basic");
        }
        var token = tokenIn(authorization);
        if (token.equals(LASTING_TOKEN)) {
            return Optional.of("bearer");
        }
        if (grants.of(token).isPresent()) {
            return Optional.of("authorization-code");
        }
        return tokens.valid(token) ? Optional.of("client-credentials") : Optional.empty();
    }

    private static Optional<String> methodOfKey(String apiKey) {
        return apiKey.equals(API_KEY) ? Optional.of("api-key") : Optional.empty();
    }

    private static String tokenIn(String authorization) {
        return authorization.substring(BEARER.length()).strip();
    }

    private static boolean isBearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
    }

    private static ServerResponse wrongToken() {
        return unauthorized(
                "The token is unknown, revoked or expired",
                BEARER_CHALLENGE + ", error=\"invalid_token\"",
                BASIC_CHALLENGE);
    }

    private static ServerResponse refused(String message) {
        return unauthorized(message, BASIC_CHALLENGE, BEARER_CHALLENGE);
    }

    private static ServerResponse unauthorized(String message, String... challenges) {
        return ServerResponse.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenges)
                .body(new Problem("unauthorized", message));
    }
}
