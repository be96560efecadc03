package io.patchbay.demoshop;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/** The Authorization header: user name and password, every kind of token, and signed requests. */
final class AuthorizationDoor implements Door {

    private static final String BEARER = "bearer ";

    private final AccessTokens tokens;
    private final Grants grants;
    private final SignedRequests signed;

    AuthorizationDoor(AccessTokens tokens, Grants grants, SignedRequests signed) {
        this.tokens = tokens;
        this.grants = grants;
        this.signed = signed;
    }

    @Override
    public int knocks(ServerRequest request) {
        return request.headers().header(HttpHeaders.AUTHORIZATION).size();
    }

    @Override
    public Optional<Visitor> open(ServerRequest request) {
        var authorization = request.headers().header(HttpHeaders.AUTHORIZATION).getFirst();
        if (isBearer(authorization)) {
            return withToken(authorization.substring(BEARER.length()).strip());
        }
        return SignedRequests.isOne(authorization)
                ? signed.visitor(request, authorization)
                : BasicCredentials.parse(authorization)
                        .filter(Doorkeeper.PERSON::equals)
                        .map(person -> Visitor.by("basic"));
    }

    static boolean isBearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
    }

    private Optional<Visitor> withToken(String token) {
        if (token.equals(Doorkeeper.LASTING_TOKEN)) {
            return Optional.of(Visitor.by("bearer"));
        }
        return grants.of(token)
                .map(grant -> Visitor.by("authorization-code", grant))
                .or(() -> tokens.method(token).map(Visitor::by));
    }
}
