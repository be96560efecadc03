package io.patchbay.demoshop;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lets the front page, and programs that say that they mean it, make the shop misbehave; no page from elsewhere. */
final class Switches {

    /** A page from elsewhere cannot send this without asking first, and is never allowed to. */
    static final String HEADER = "X-Demo-Shop";

    private final Misbehaviour misbehaviour;
    private final AccessTokens tokens;

    Switches(Misbehaviour misbehaviour, AccessTokens tokens) {
        this.misbehaviour = misbehaviour;
        this.tokens = tokens;
    }

    ServerResponse behave(ServerRequest request) {
        if (!meant(request)) {
            return notMeant();
        }
        var wanted = request.param("behaviour").flatMap(Behaviour::of);
        if (wanted.isEmpty()) {
            return Problem.answer(
                    HttpStatus.BAD_REQUEST, "unknown_behaviour", "Send behaviour=well, slow, broken or busy");
        }
        misbehaviour.become(wanted.get());
        return DemoShop.toFrontPage(request);
    }

    ServerResponse revoke(ServerRequest request) {
        if (!meant(request)) {
            return notMeant();
        }
        tokens.revokeAll();
        return DemoShop.toFrontPage(request);
    }

    private static boolean meant(ServerRequest request) {
        var headers = request.headers();
        if (headers.firstHeader(HEADER) != null) {
            return true;
        }
        var site = headers.firstHeader("Sec-Fetch-Site");
        // Browsers say it over https and to localhost only; elsewhere they still say where a form comes from.
        return site != null
                ? site.equals("same-origin")
                : own(request.uri()).equals(headers.firstHeader(HttpHeaders.ORIGIN));
    }

    private static String own(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static ServerResponse notMeant() {
        return Problem.answer(
                HttpStatus.FORBIDDEN, "not_meant", "Use the front page, or send the header " + HEADER + ": switch");
    }
}
