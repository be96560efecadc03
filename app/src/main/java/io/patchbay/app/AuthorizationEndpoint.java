package io.patchbay.app;

import io.patchbay.authorization.Authorization;
import io.patchbay.authorization.Authorization.Arrival;
import io.patchbay.authorization.AuthorizationCallback;
import io.patchbay.authorization.AuthorizationDeparture;
import io.patchbay.authorization.AuthorizationDeparture.Forwarding;
import io.patchbay.authorization.AuthorizationId;
import io.patchbay.authorization.AuthorizationRefusals;
import io.patchbay.authorization.ConnectAddresses;
import io.patchbay.authorization.Target;
import io.patchbay.identity.PersonId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.Secret;
import io.patchbay.ui.Addresses;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where browsers leave for a vendor and come back. Needs no login, because a program may have sent the person; what counts
 * is that the browser that comes back is the one that left, which a cookie of its own proves.
 */
@RestController
class AuthorizationEndpoint {

    static final String PATH = "/oauth";
    static final String START = PATH + "/start";
    static final String CALLBACK = PATH + "/callback";

    /** The parameter with a one-time address's word. */
    static final String KEY = "key";

    private static final String COOKIE = "patchbay-connect-";

    private final AuthorizationDeparture departure;
    private final AuthorizationCallback callback;
    private final ConnectAddresses addresses;
    private final PatchbaySettings settings;

    AuthorizationEndpoint(
            AuthorizationDeparture departure,
            AuthorizationCallback callback,
            ConnectAddresses addresses,
            PatchbaySettings settings) {
        this.departure = departure;
        this.callback = callback;
        this.addresses = addresses;
        this.settings = settings;
    }

    @GetMapping(START)
    ResponseEntity<Void> start(HttpServletRequest request) {
        var key = Optional.ofNullable(HiddenParameters.of(request).get(KEY)).orElse(new Secret(""));
        return switch (departure.depart(key, visitor(), addresses.redirect())) {
            case Outcome.Done<Forwarding>(var forwarding) ->
                answer(forwarding.page())
                        .header(HttpHeaders.SET_COOKIE, cookie(forwarding, request))
                        .build();
            case Outcome.Refused<Forwarding>(var refusals) ->
                answer(page(request, Addresses.CONNECT, refusals)).build();
        };
    }

    @GetMapping(CALLBACK)
    ResponseEntity<Void> callback(HttpServletRequest request) {
        var landing = callback.answer(HiddenParameters.of(request), id -> binding(request, id));
        return answer(page(request, landing)).build();
    }

    private static URI page(HttpServletRequest request, AuthorizationCallback.Landing landing) {
        var authorization = landing.authorization();
        if (authorization == null || authorization.startedBy() instanceof DraftOwner.OfToken) {
            return page(request, Addresses.CONNECT, landing.outcome().refusals());
        }
        return switch (landing.outcome()) {
            case Outcome.Done<Arrival>(var arrival) ->
                at(request, of(arrival))
                        .queryParam(Addresses.CONNECTED, authorization.id().value())
                        .build()
                        .toUri();
            case Outcome.Refused<Arrival>(var refusals) -> page(request, of(authorization), refusals);
        };
    }

    private static String of(Arrival arrival) {
        var id = arrival.access().value();
        return arrival.kind() == SetupKind.CONNECTOR ? Addresses.connector(id) : Addresses.instance(id);
    }

    private static String of(Authorization authorization) {
        return switch (authorization.target()) {
            case Target.OfDraft(var draft) -> Addresses.setupCredentials(draft.value());
            case Target.OfConnector(var connector) -> Addresses.connector(connector.value());
            case Target.OfInstance(var instance) -> Addresses.instance(instance.value());
        };
    }

    /** Pages are told codes, from which they make sentences; never what a vendor or a visitor wrote. */
    private static URI page(HttpServletRequest request, String page, List<Refusal> refusals) {
        var address = at(request, page);
        refusals.stream().findFirst().ifPresent(refusal -> {
            address.queryParam(Addresses.REFUSED, refusal.code());
            var why = AuthorizationRefusals.why(refusal);
            if (!why.isEmpty()) {
                address.queryParam(Addresses.WHY, why);
            }
        });
        return address.build().toUri();
    }

    private static UriComponentsBuilder at(HttpServletRequest request, String page) {
        return UriComponentsBuilder.fromPath(request.getContextPath() + "/" + page);
    }

    private static ResponseEntity.BodyBuilder answer(URI location) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(location)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer");
    }

    private String cookie(Forwarding forwarding, HttpServletRequest request) {
        var publicUrl = settings.publicUrl();
        var secure = publicUrl == null ? request.isSecure() : "https".equalsIgnoreCase(publicUrl.getScheme());
        return ResponseCookie.from(
                        COOKIE + forwarding.id().value(), forwarding.binding().reveal())
                .path(request.getContextPath() + PATH)
                .maxAge(Authorization.LIFETIME)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    private static Optional<Secret> binding(HttpServletRequest request, AuthorizationId id) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE + id.value()))
                        .map(Cookie::getValue)
                        .map(Secret::new)
                        .findFirst();
    }

    private static Optional<PersonId> visitor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInPerson who
                ? Optional.of(who.person().id())
                : Optional.empty();
    }
}
