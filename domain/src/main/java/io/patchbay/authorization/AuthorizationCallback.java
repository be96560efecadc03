package io.patchbay.authorization;

import io.patchbay.access.AccessChecking;
import io.patchbay.access.HasAccess;
import io.patchbay.authorization.Authorization.Arrival;
import io.patchbay.authorization.AuthorizationReturn.Recognised;
import io.patchbay.authorization.AuthorizationServers.Redeemed;
import io.patchbay.authorization.AuthorizationServers.Returning;
import io.patchbay.connector.Connectors;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Secret;
import io.patchbay.shared.UseCase;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the answer that a browser brings from a vendor. Holds no database connection while the vendor is asked. */
@UseCase(inTransaction = false)
public class AuthorizationCallback {

    private final AuthorizationReturn returns;
    private final AuthorizationServers servers;
    private final AuthorizationCompletion completion;
    private final AccessChecking checking;
    private final Connectors connectors;
    private final Instances instances;

    public AuthorizationCallback(
            AuthorizationReturn returns,
            AuthorizationServers servers,
            AuthorizationCompletion completion,
            AccessChecking checking,
            Connectors connectors,
            Instances instances) {
        this.returns = returns;
        this.servers = servers;
        this.completion = completion;
        this.checking = checking;
        this.connectors = connectors;
        this.instances = instances;
    }

    /**
     * What came of a callback.
     *
     * @param authorization null: nobody knows what it was about, or who sent it
     */
    public record Landing(@Nullable Authorization authorization, Outcome<Arrival> outcome) {}

    /**
     * Connects, or says why not; then nothing was created.
     *
     * @param parameters those of the callback's address, each given once
     * @param binding the word that this browser keeps for an attempt
     */
    public Landing answer(Map<String, Secret> parameters, Function<AuthorizationId, Optional<Secret>> binding) {
        var authorization = Optional.ofNullable(parameters.get("state")).flatMap(returns::find);
        if (authorization.isEmpty()) {
            return new Landing(null, Outcome.refused(AuthorizationRefusals.unknown()));
        }
        var recognised = returns.recognise(authorization.get(), binding);
        if (recognised.refusals().contains(AuthorizationRefusals.otherBrowser())) {
            return new Landing(
                    null, recognised.flatMap(never -> Outcome.refused(AuthorizationRefusals.otherBrowser())));
        }
        return new Landing(authorization.get(), recognised.flatMap(who -> go(who, parameters)));
    }

    private Outcome<Arrival> go(Recognised who, Map<String, Secret> parameters) {
        var system = who.question().system().name();
        var error = Optional.ofNullable(parameters.get("error")).map(Secret::reveal);
        if (error.isPresent()) {
            return Outcome.refused(
                    error.get().equals("access_denied")
                            ? AuthorizationRefusals.declined(system)
                            : AuthorizationRefusals.refused(system, error.get()));
        }
        if (!parameters.containsKey("code")) {
            return Outcome.refused(AuthorizationRefusals.refused(system, "no_code"));
        }
        var departure = Objects.requireNonNull(who.authorization().departure());
        var returning = new Returning(who.verifier(), departure.redirectAddress(), parameters);
        return switch (servers.redeem(who.question(), returning)) {
            case Redeemed.Refused(var why) -> Outcome.refused(AuthorizationRefusals.exchangeRefused(system, why));
            case Redeemed.Unreachable(var why) -> Outcome.refused(AuthorizationRefusals.unreachable(system, why));
            case Redeemed.Granted granted -> {
                var arrived =
                        completion.complete(who.authorization(), who.question().method(), granted);
                arrived.map(arrival -> check(who.authorization(), arrival));
                yield arrived;
            }
        };
    }

    /** So that its status stands there already when the person arrives; whatever it says, the connection is made. */
    private Arrival check(Authorization authorization, Arrival arrival) {
        var company = authorization.companyId();
        Optional<? extends HasAccess> connected = switch (arrival.kind()) {
            case CONNECTOR -> connectors.find(company, arrival.access());
            case INSTANCE -> instances.find(company, arrival.access());
        };
        connected.map(HasAccess::access).ifPresent(checking::check);
        return arrival;
    }
}
