package io.patchbay.authorization.ui;

import com.vaadin.flow.router.QueryParameters;
import io.patchbay.authorization.AuthorizationId;
import io.patchbay.authorization.AuthorizationRefusals;
import io.patchbay.shared.Ids;
import io.patchbay.shared.Refusal;
import io.patchbay.ui.Addresses;
import java.util.Optional;

/** Reads what an address tells of an attempt to connect. */
final class Arrivals {

    private Arrivals() {}

    static Optional<Refusal> refusal(String system, QueryParameters query) {
        return query.getSingleParameter(Addresses.REFUSED)
                .flatMap(code -> AuthorizationRefusals.of(
                        code, system, query.getSingleParameter(Addresses.WHY).orElse("")));
    }

    static Optional<AuthorizationId> connected(QueryParameters query) {
        return query.getSingleParameter(Addresses.CONNECTED).flatMap(Ids::parse).map(AuthorizationId::new);
    }
}
