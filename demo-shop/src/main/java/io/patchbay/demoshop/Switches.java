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
    private final Grants grants;
    private final Sessions sessions;
    private final RedirectAddresses addresses;

    Switches(
            Misbehaviour misbehaviour,
            AccessTokens tokens,
            Grants grants,
            Sessions sessions,
            RedirectAddresses addresses) {
        this.misbehaviour = misbehaviour;
        this.tokens = tokens;
        this.grants = grants;
        this.sessions = sessions;
        this.addresses = addresses;
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
        sessions.endAll();
        grants.revokeAll();
        return DemoShop.toFrontPage(request);
    }

    ServerResponse reuse(ServerRequest request) {
        if (!meant(request)) {
            return notMeant();
        }
        var wanted = request.param("reuse").flatMap(RefreshReuse::of);
        if (wanted.isEmpty()) {
            return Problem.answer(HttpStatus.BAD_REQUEST, "unknown_reuse", "Send reuse=single-use, grace or reusable");
        }
        grants.become(wanted.get());
        return DemoShop.toFrontPage(request);
    }

    ServerResponse register(ServerRequest request) {
        if (!meant(request)) {
            return notMeant();
        }
        if (!addresses.register(request.param("address").orElse(""))) {
            return Problem.answer(
                    HttpStatus.BAD_REQUEST,
                    "unusable_address",
                    "Send address=https://patchbay.example.com/oauth/callback; the shop keeps 20 of them");
        }
        return DemoShop.toFrontPage(request);
    }

    static boolean meant(ServerRequest request) {
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

    static ServerResponse notMeant() {
        return Problem.answer(
                HttpStatus.FORBIDDEN, "not_meant", "Use the front page, or send the header " + HEADER + ": switch");
    }
}
