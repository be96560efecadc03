package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.AuthenticationType;
import io.patchbay.token.AccessToken;
import io.patchbay.token.TokenAnswer;
import java.util.Optional;

/** A token that the vendor issued, where the method's settings want it. */
final class TokenCarrying implements Authentication {

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        return carrying(access, request, access.tokens().token(vendor.deadline().remaining()));
    }

    /** The request with another token than one that was refused. */
    static Prepared again(Access access, OutgoingRequest request, Vendor vendor, AccessToken refused) {
        return carrying(
                access,
                request,
                access.tokens().insteadOf(refused, vendor.deadline().remaining()));
    }

    private static Prepared carrying(Access access, OutgoingRequest request, TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Missing(var trouble) -> new Prepared.Refused(TokenTroubles.verdict(trouble));
            case TokenAnswer.Granted(var token) ->
                placed(access, request)
                        .map(placed -> new IssuedToken(token.value().reveal(), token.baseUrl()).on(access, placed))
                        .map(prepared -> prepared instanceof Prepared.Ready(var ready)
                                ? new Prepared.ReadyWithToken(ready, token)
                                : prepared)
                        .orElseGet(Prepared::unusable);
        };
    }

    /** What the fields of a login place goes into the login alone. */
    private static Optional<OutgoingRequest> placed(Access access, OutgoingRequest request) {
        return access.method().type() == AuthenticationType.TOKEN_LOGIN
                ? Optional.of(request)
                : RequestParts.placed(access, request);
    }
}
