package io.patchbay.demoshop;

import java.util.List;
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
    static final String SANDBOX_KEY = "demo-sandbox-key";
    static final String POOR_KEY = "demo-poor-key";
    static final String QUERY_PARAMETER = "api_key";
    static final String QUERY_KEY = "demo-query-key";
    static final String LASTING_TOKEN = "demo-token";

    private static final String VISITOR = Doorkeeper.class.getName() + ".visitor";
    private static final String BASIC_CHALLENGE = "Basic realm=\"Demo Shop\", charset=\"UTF-8\"";
    private static final String BEARER_CHALLENGE = "Bearer realm=\"Demo Shop\"";

    private final List<Door> doors;

    Doorkeeper(List<Door> doors) {
        this.doors = List.copyOf(doors);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var knocks = doors.stream().mapToInt(door -> door.knocks(request)).sum();
        if (knocks != 1) {
            return refused(
                    knocks == 0
                            ? "Show credentials of one of the shop's methods"
                            : "Show the credentials of one method only");
        }
        var visitor = doors.stream()
                .filter(door -> door.knocks(request) == 1)
                .findFirst()
                .flatMap(door -> door.open(request));
        if (visitor.isEmpty()) {
            return request.headers().header(HttpHeaders.AUTHORIZATION).stream().anyMatch(AuthorizationDoor::isBearer)
                    ? wrongToken()
                    : refused("These are wrong");
        }
        request.attributes().put(VISITOR, visitor.get());
        return next.handle(request);
    }

    static Visitor visitor(ServerRequest request) {
        return (Visitor) request.attribute(VISITOR).orElseThrow();
    }

    /** Answers if it may: a person may have allowed less than everything. */
    static ServerResponse allowing(Permission needed, ServerRequest request, Supplier<ServerResponse> answer) {
        return visitor(request).permissions().contains(needed)
                ? answer.get()
                : ServerResponse.status(HttpStatus.FORBIDDEN)
                        .header(
                                HttpHeaders.WWW_AUTHENTICATE,
                                BEARER_CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed.scope() + "\"")
                        .body(new Problem("insufficient_scope", "Nobody allowed " + needed.scope()));
    }

    /** Answers if it may do anything at all. */
    static ServerResponse allowingSomething(ServerRequest request, Supplier<ServerResponse> answer) {
        return visitor(request).permissions().isEmpty()
                ? Problem.answer(HttpStatus.FORBIDDEN, "missing_permission", "This key may not do anything")
                : answer.get();
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
