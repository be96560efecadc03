package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.Exchange;
import io.patchbay.connectivity.Header;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session from a login request of the vendor's own. What its fields place goes into that request alone. */
final class TokenLogin implements TokenAsking {

    @Override
    public Optional<Exchange> ask(Access access, Vendor vendor, @Nullable Secret refreshToken) {
        return access.setting("loginUrl")
                .flatMap(access::address)
                .flatMap(address -> login(access, address))
                .map(vendor::send);
    }

    private static Optional<OutgoingRequest> login(Access access, URI address) {
        var method = access.setting("loginMethod").orElse("POST");
        var login = OutgoingRequest.of(method, address);
        if (!method.equals("GET")) {
            var body = LoginBody.of(access);
            login = login.with(Header.open("Content-Type", body.mediaType())).withBody(body.text());
        }
        for (var header :
                RequestParts.settings(access.setting("loginHeaders").orElse("")).toList()) {
            login = login.with(Header.open(header.name(), header.value()));
        }
        return RequestParts.placed(access, login).flatMap(placed -> withUser(access, placed));
    }

    private static Optional<OutgoingRequest> withUser(Access access, OutgoingRequest login) {
        var username = access.value(Place.USERNAME);
        var password = access.value(Place.PASSWORD).orElse("");
        return username.isEmpty()
                ? Optional.of(login)
                : RequestParts.header(login, "Authorization", RequestParts.basic(username.get(), password));
    }

    static Verdict refusal(Access access, Answer answer, Clock clock) {
        int status = answer.status();
        if (answer.elsewhere() || (status >= 300 && status < 400)) {
            return new Verdict(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.UNEXPECTED_ANSWER);
        }
        if (status < 300 && Verdicts.isPage(answer)) {
            return Verdicts.unreachable(status);
        }
        if (status < 300) {
            return new Verdict(AccessStatus.FAILED_AUTHENTICATION, CheckReason.UNEXPECTED_ANSWER);
        }
        return switch (status) {
            // Vendors disagree on which of these says that nobody has that password.
            case 400, 401, 403, 422 -> Verdicts.refused(access, answer, clock);
            case 429 -> Verdicts.rateLimited();
            default -> Verdicts.unreachable(status);
        };
    }
}
