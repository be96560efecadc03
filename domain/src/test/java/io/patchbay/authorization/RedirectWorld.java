package io.patchbay.authorization;

import io.patchbay.access.Checks;
import io.patchbay.authorization.AuthorizationServers.Leaving;
import io.patchbay.authorization.AuthorizationServers.Redeemed;
import io.patchbay.authorization.AuthorizationServers.Returning;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Secret;
import io.patchbay.token.IssuedTokens;
import io.patchbay.token.Tokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole Patchbay in memory that connects by redirect, and a vendor that does what a test wants. */
public class RedirectWorld {

    public final TestWorld world = new TestWorld();
    public final InMemoryAuthorizations authorizations = new InMemoryAuthorizations();
    public final Vendor vendor = new Vendor();
    public final Tokens tokens = world.tokenStore;
    public final DraftAuthorization drafts = new DraftAuthorization(
            world.drafts, world.groups, world.connectors, world.instances, world.installed, world.rules, world.viewer);
    public final AuthorizationStart start = new AuthorizationStart(
            authorizations, drafts, world.connectors, world.instances, world.rules, world.viewer);
    public final AuthorizationDeparture departure = new AuthorizationDeparture(
            authorizations,
            vendor,
            world.systems,
            drafts,
            world.connectors,
            world.instances,
            world.revealed,
            world.secrets,
            world.rules);
    public final AuthorizationReturn returns = new AuthorizationReturn(
            authorizations,
            world.systems,
            drafts,
            world.connectors,
            world.instances,
            world.revealed,
            world.secrets,
            world.rules);
    public final AuthorizationCompletion completion =
            new AuthorizationCompletion(authorizations, drafts, world.connectors, world.instances, tokens, world.rules);
    public final AuthorizationCallback callback = new AuthorizationCallback(
            returns, vendor, completion, world.accessChecking, world.connectors, world.instances);

    /** A vendor that sends people back at once. */
    public class Vendor implements AuthorizationServers {

        public final List<Leaving> left = new ArrayList<>();
        public final List<Returning> returned = new ArrayList<>();
        public String account = "Corner Shop Berlin";
        public Redeemed refusal;
        public Runnable meanwhile = () -> {};

        @Override
        public Optional<URI> page(Checks.Question question, Leaving leaving) {
            left.add(leaving);
            return Optional.of(URI.create("https://corner.example/authorize"));
        }

        @Override
        public Redeemed redeem(Checks.Question question, Returning returning) {
            returned.add(returning);
            meanwhile.run();
            return refusal != null
                    ? refusal
                    : new Redeemed.Granted(
                            new IssuedTokens(
                                    new Secret("access-" + returned.size()),
                                    new Secret("refresh-" + returned.size()),
                                    account,
                                    List.of("read"),
                                    world.clock.instant(),
                                    world.clock.instant().plusSeconds(3600),
                                    null,
                                    null),
                            Map.of());
        }
    }
}
