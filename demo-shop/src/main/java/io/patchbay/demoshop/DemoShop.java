package io.patchbay.demoshop;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** All that the shop answers to; nothing below its address is left to others. */
final class DemoShop {

    static final String PATH = "/demo-shop";

    /** How the shop lets time pass when it is told to be slow. */
    interface Pause {

        void last(Duration duration) throws InterruptedException;
    }

    private record Me(String account, String environment, String authenticatedBy) {}

    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final TokenEndpoint tokenEndpoint;
    private final AuthorizationEndpoint authorizationEndpoint;
    private final Misbehaviour misbehaviour;
    private final Switches switches;
    private final FrontPage frontPage;

    DemoShop(Clock right, Pause pause) {
        var clock = new ShopClock(right);
        var tokens = new AccessTokens(clock);
        var grants = new Grants(clock);
        var addresses = new RedirectAddresses();
        var codes = new Codes(grants, clock);
        sessions = new Sessions(clock);
        doorkeeper = new Doorkeeper(List.of(
                new AuthorizationDoor(tokens, grants, new SignedRequests(clock)),
                KeyDoor.inHeader(Doorkeeper.API_KEY_HEADER, keys()),
                KeyDoor.inQuery(
                        Doorkeeper.QUERY_PARAMETER, Map.of(Doorkeeper.QUERY_KEY, Visitor.by("api-key-in-query"))),
                new AppDoor(),
                sessions));
        tokenEndpoint = new TokenEndpoint(tokens, codes, grants, new SignedAssertions(clock));
        authorizationEndpoint = new AuthorizationEndpoint(addresses, codes, clock);
        misbehaviour = new Misbehaviour(pause, clock);
        switches = new Switches(misbehaviour, tokens, grants, sessions, addresses);
        frontPage = new FrontPage(misbehaviour, tokens, grants, sessions, addresses);
    }

    private static Map<String, Visitor> keys() {
        var visitor = Visitor.by("api-key");
        return Map.of(
                Doorkeeper.API_KEY,
                visitor,
                Doorkeeper.SANDBOX_KEY,
                visitor.inSandbox(),
                Doorkeeper.POOR_KEY,
                visitor.withoutPermissions());
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET(PATH, DemoShop::toFrontPage)
                .GET(PATH + "/", frontPage::show)
                .resource(GET(PATH + "/shop.css"), new ClassPathResource("shop.css", DemoShop.class))
                .POST(PATH + "/switches/behaviour", switches::behave)
                .POST(PATH + "/switches/revoke", switches::revoke)
                .POST(PATH + "/switches/reuse", switches::reuse)
                .POST(PATH + "/switches/redirect-addresses", switches::register)
                .GET(PATH + "/oauth/authorize", authorizationEndpoint::ask)
                .POST(PATH + "/oauth/authorize", authorizationEndpoint::decide)
                .add(forPrograms())
                .route(path(PATH + "/**"), request -> nothingHere())
                .build();
    }

    /** Where people go after what they did on the front page; it must not be repeated by reloading. */
    static ServerResponse toFrontPage(ServerRequest request) {
        return ServerResponse.seeOther(
                        URI.create(request.requestPath().contextPath().value() + PATH + "/"))
                .build();
    }

    private RouterFunction<ServerResponse> forPrograms() {
        return route().POST(PATH + "/oauth/token", tokenEndpoint::issue)
                .POST(PATH + "/login", sessions::login)
                .add(forThoseLetIn())
                .filter(misbehaviour)
                .build();
    }

    private RouterFunction<ServerResponse> forThoseLetIn() {
        return route().GET(PATH + "/me", request -> Doorkeeper.allowingSomething(request, () -> me(request)))
                .GET(
                        PATH + "/orders",
                        request -> Doorkeeper.allowing(
                                Permission.READ_ORDERS,
                                request,
                                () -> Listing.answer(request, "orders", Assortment.ORDERS)))
                .GET(
                        PATH + "/products",
                        request -> Doorkeeper.allowing(
                                Permission.READ_PRODUCTS,
                                request,
                                () -> Listing.answer(request, "products", Assortment.PRODUCTS)))
                .filter(doorkeeper)
                .build();
    }

    // Both environments are the same shop, so it claims to be neither; but there is one key that is for trying only.
    private static ServerResponse me(ServerRequest request) {
        var visitor = Doorkeeper.visitor(request);
        return ServerResponse.ok().body(new Me(visitor.account(), visitor.environment(), visitor.method()));
    }

    private static ServerResponse nothingHere() {
        return Problem.answer(
                HttpStatus.NOT_FOUND,
                "not_found",
                "There is nothing here; " + PATH + "/ says what the shop answers to");
    }
}
