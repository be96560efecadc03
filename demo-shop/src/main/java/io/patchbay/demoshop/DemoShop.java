package io.patchbay.demoshop;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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

    private final Doorkeeper doorkeeper;
    private final TokenEndpoint tokenEndpoint;
    private final AuthorizationEndpoint authorizationEndpoint;
    private final Misbehaviour misbehaviour;
    private final Switches switches;
    private final FrontPage frontPage;

    DemoShop(Clock clock, Pause pause) {
        var tokens = new AccessTokens(clock);
        var grants = new Grants(clock);
        var addresses = new RedirectAddresses();
        var codes = new Codes(grants, clock);
        doorkeeper = new Doorkeeper(tokens, grants);
        tokenEndpoint = new TokenEndpoint(tokens, codes, grants);
        authorizationEndpoint = new AuthorizationEndpoint(addresses, codes, clock);
        misbehaviour = new Misbehaviour(pause);
        switches = new Switches(misbehaviour, tokens, grants, addresses);
        frontPage = new FrontPage(misbehaviour, tokens, grants, addresses);
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
                .add(forThoseLetIn())
                .filter(misbehaviour)
                .build();
    }

    private RouterFunction<ServerResponse> forThoseLetIn() {
        return route().GET(PATH + "/me", DemoShop::me)
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

    // Both environments are the same shop, so it claims to be neither.
    private static ServerResponse me(ServerRequest request) {
        return ServerResponse.ok().body(new Me(Doorkeeper.accountOf(request), "demo", Doorkeeper.methodOf(request)));
    }

    private static ServerResponse nothingHere() {
        return Problem.answer(
                HttpStatus.NOT_FOUND,
                "not_found",
                "There is nothing here; " + PATH + "/ says what the shop answers to");
    }
}
