package io.patchbay.authorization.connectivity;

import io.patchbay.access.Checks;
import io.patchbay.access.connectivity.CodeGrant;
import io.patchbay.authorization.AuthorizationServers;
import java.net.URI;
import java.util.Optional;

/** Speaks to the vendors themselves. Thread-safe. */
public final class VendorServers implements AuthorizationServers {

    private final CodeGrant grants;

    public VendorServers(CodeGrant grants) {
        this.grants = grants;
    }

    @Override
    public Optional<URI> page(Checks.Question question, Leaving leaving) {
        return grants.page(question, leaving.state(), leaving.verifier(), leaving.redirectAddress());
    }

    @Override
    public Redeemed redeem(Checks.Question question, Returning returning) {
        return switch (grants.redeem(
                question, returning.verifier(), returning.redirectAddress(), returning.parameters())) {
            case CodeGrant.Result.Issued(var tokens, var told) -> new Redeemed.Granted(tokens, told);
            case CodeGrant.Result.Refused(var why) -> new Redeemed.Refused(why);
            case CodeGrant.Result.Unreachable(var why) -> new Redeemed.Unreachable(why);
        };
    }
}
