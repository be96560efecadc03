package io.patchbay.demoshop;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets people allow apps what they ask for, and sends the answer to the app (RFC 6749, 4.1; RFC 7636). */
final class AuthorizationEndpoint {

    static final Duration TO_DECIDE = Duration.ofMinutes(10);
    static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

    private final RedirectAddresses addresses;
    private final Expiring<Wish> wishes;
    private final Codes codes;
    private final ConsentPage page = new ConsentPage();

    AuthorizationEndpoint(RedirectAddresses addresses, Codes codes, Clock clock) {
        this.addresses = addresses;
        this.wishes = new Expiring<>(clock, TO_DECIDE);
        this.codes = codes;
    }

    ServerResponse ask(ServerRequest request) {
        if (request.params().values().stream().anyMatch(values -> values.size() > 1)) {
            return page.cannotAsk("The app sent a parameter twice.");
        }
        if (!param(request, "client_id").equals(TokenEndpoint.CLIENT.name())) {
            return page.cannotAsk(
                    "The shop knows no app with this client id. Its only app is " + TokenEndpoint.CLIENT.name() + ".");
        }
        var redirectAddress = param(request, "redirect_uri");
        if (!addresses.at(request).contains(redirectAddress)) {
            return page.cannotAsk("The app has not registered the redirect address " + redirectAddress
                    + ". Registered are: " + String.join(", ", addresses.at(request)) + ".");
        }
        return askFor(request, redirectAddress);
    }

    private ServerResponse askFor(ServerRequest request, String redirectAddress) {
        var state = param(request, "state");
        if (!param(request, "response_type").equals("code")) {
            return back(redirectAddress, "error", "unsupported_response_type", state);
        }
        var challenge = param(request, "code_challenge");
        if (!param(request, "code_challenge_method").equals("S256") || !challenge.matches("[A-Za-z0-9_-]{43}")) {
            return back(redirectAddress, "error", "invalid_request", state);
        }
        var permissions = Permission.parse(param(request, "scope"));
        if (permissions.isEmpty()) {
            return back(redirectAddress, "error", "invalid_scope", state);
        }
        var wish = new Wish(TokenEndpoint.CLIENT.name(), redirectAddress, state, challenge, permissions.get());
        return page.ask(wishes.keep(wish), wish);
    }

    ServerResponse decide(ServerRequest request) {
        if (!Switches.meant(request)) {
            return Switches.notMeant();
        }
        var wish = request.param("wish").flatMap(wishes::take);
        if (wish.isEmpty()) {
            return page.cannotAsk("This question was answered already, or left open for too long. Begin again there.");
        }
        var account = request.param("account").filter(Grant.ACCOUNTS::contains);
        if (!request.param("decision").equals(Optional.of("allow")) || account.isEmpty()) {
            return back(
                    wish.get().redirectAddress(),
                    "error",
                    "access_denied",
                    wish.get().state());
        }
        var code = codes.issue(wish.get(), new Grant(account.get(), wish.get().permissions()));
        return back(wish.get().redirectAddress(), "code", code, wish.get().state());
    }

    private static ServerResponse back(String redirectAddress, String name, String value, String state) {
        var address = UriComponentsBuilder.fromUriString(redirectAddress).queryParam(name, value);
        if (!state.isEmpty()) {
            address.queryParam("state", "{state}");
        }
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .location(URI.create(address.encode().buildAndExpand(state).toUriString()))
                .build();
    }

    private static String param(ServerRequest request, String name) {
        return request.param(name).orElse("");
    }
}
