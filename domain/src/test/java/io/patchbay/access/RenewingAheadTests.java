package io.patchbay.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connector.Connector;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.setup.TestWorld;
import io.patchbay.token.TokenState;
import io.patchbay.token.TokenSteps;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewingAheadTests {

    private final TestWorld world = new TestWorld();
    private final Connector connector = connected(world.shopConnector("Shop"));
    private final TokenUpkeep upkeep = new TokenUpkeep(
            new TokenSteps(world.grants, world.secrets, world.tokenWatch, world.clock),
            (company, credentials) -> Optional.of(connector)
                    .map(Connector::access)
                    .filter(access -> access.credentials().id().equals(credentials)),
            world.systems,
            world.accessTokens);

    @Test
    void renewsWhatIsAboutToEnd() {
        keepFirst();
        assertThat(upkeep.renewDue()).isZero();
        world.clock.goOn(Duration.ofMinutes(50));

        assertThat(upkeep.renewDue()).isEqualTo(1);

        assertThat(world.vendor.presented()).containsExactly("refresh-1");
        assertThat(grantState()).isEqualTo(TokenState.VALID);
        assertThat(upkeep.renewDue()).isZero();
    }

    @Test
    void leavesAloneWhatNobodyIsConnectedBy() {
        keepFirst();
        world.connectorAdministration.remove(connector.id(), connector.version());
        world.clock.goOn(Duration.ofMinutes(50));

        assertThat(upkeep.renewDue()).isZero();
        assertThat(world.vendor.timesAsked()).isZero();
    }

    private Connector connected(Connector shop) {
        var access = shop.access();
        var byRedirect = new Credentials(
                CredentialsId.next(), "connect", access.credentials().values());
        return world.connectors.save(shop.with(access.withReplaced(byRedirect, world.clock.instant())));
    }

    private void keepFirst() {
        world.tokenStore.keepFirst(
                world.acme.id(), connector.access().credentials().id(), world.vendor.next());
    }

    private TokenState grantState() {
        return world.tokenStore
                .find(world.acme.id(), connector.access().credentials().id())
                .orElseThrow()
                .state(world.clock.instant());
    }
}
