package io.patchbay.authorization.ui;

import com.vaadin.flow.router.QueryParameters;
import io.patchbay.access.AccessId;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.Reconnection;
import io.patchbay.authorization.Authorization;
import io.patchbay.authorization.AuthorizationStart;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.Tokens;
import java.util.Optional;
import java.util.function.Function;

/** What the pages of connectors and instances do about connecting by redirect. */
@org.springframework.stereotype.Component
class PageReconnection implements Reconnection {

    private final AuthorizationStart start;
    private final Tokens tokens;
    private final SystemDefinitions systems;

    PageReconnection(AuthorizationStart start, Tokens tokens, SystemDefinitions systems) {
        this.start = start;
        this.tokens = tokens;
        this.systems = systems;
    }

    @Override
    public Optional<Connection> ofConnector(SystemAccess access, QueryParameters query) {
        return of(access, query, start::ofConnector);
    }

    @Override
    public Optional<Connection> ofInstance(SystemAccess access, QueryParameters query) {
        return of(access, query, start::ofInstance);
    }

    private Optional<Connection> of(
            SystemAccess access, QueryParameters query, Function<AccessId, Outcome<Secret>> begin) {
        return systems.find(access.system())
                .filter(system -> system.method(access.credentials().method())
                        .filter(AuthenticationMethod::needsRedirect)
                        .isPresent())
                .map(system -> new ConnectionState(
                                granted(access), () -> begin.apply(access.id()).map(OneTimeAddress::of))
                        .telling(arrival(access, query).orElse(null))
                        .explaining(Arrivals.refusal(system.name(), query).orElse(null)))
                .map(state -> shown(state, access));
    }

    private static Connection shown(ConnectionState state, SystemAccess access) {
        state.show(access.status());
        return new Connection(state, now -> state.show(now.status()));
    }

    private Optional<TokenGrant.Kept> granted(SystemAccess access) {
        return tokens.find(access.companyId(), access.credentials().id()).map(TokenGrant::tokens);
    }

    private Optional<Authorization.Arrival> arrival(SystemAccess access, QueryParameters query) {
        return Arrivals.connected(query)
                .flatMap(start::find)
                .map(Authorization::arrival)
                .filter(arrival -> arrival.access().equals(access.id()));
    }
}
