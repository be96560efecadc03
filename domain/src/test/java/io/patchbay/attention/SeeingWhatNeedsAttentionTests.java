package io.patchbay.attention;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connector.Connector;
import io.patchbay.credential.Credentials;
import io.patchbay.identity.Viewer;
import io.patchbay.instance.Instance;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Page;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeeingWhatNeedsAttentionTests {

    private final TestWorld world = new TestWorld();
    private final Connector shop = world.shopConnector("Our shop");
    private final Connector testShop =
            done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));

    @Test
    void nothingDoesWhereAllIsWell() {
        found(shop, AccessStatus.OPERATIONAL, null);
        found(testShop, AccessStatus.OPERATIONAL, null);

        assertThat(all()).isEmpty();
        assertThat(world.attention.count(ConcernSearch.ANY).value()).isZero();
    }

    @Test
    void theWorstComesFirstAndThenTheNewest() {
        found(shop, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);
        world.clock.goOn(Duration.ofMinutes(5));
        found(testShop, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS);
        assertThat(names()).containsExactly("Our test shop", "Our shop");

        found(shop, AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED);
        world.clock.goOn(Duration.ofMinutes(5));
        found(testShop, AccessStatus.OPERATIONAL, CheckReason.PERMISSION);
        assertThat(names()).containsExactly("Our shop", "Our test shop");
    }

    @Test
    void whatWasNeverTriedIsNoConcernForADay() {
        world.clock.goOn(Attention.UNTRIED_FOR);
        assertThat(all()).isEmpty();

        world.clock.goOn(Duration.ofSeconds(1));
        assertThat(all()).hasSize(2).allMatch(concern -> concern.severity() == Severity.UNTRIED);
    }

    @ParameterizedTest
    @CsvSource({
        "NEEDS_RECONNECT, GRANT_GONE, REPLACE_CREDENTIALS",
        "NEEDS_RECONNECT, KEY_MISSING, REPLACE_CREDENTIALS",
        "FAILED_AUTHENTICATION, CREDENTIALS_REFUSED, REPLACE_CREDENTIALS",
        "FAILED_AUTHENTICATION, WRONG_ENVIRONMENT, REPLACE_CREDENTIALS",
        "FAILED_AUTHENTICATION, CLOCK, TEST_AGAIN",
        "FAILED_AUTHENTICATION, PERMISSION, TEST_AGAIN",
        "SYSTEM_UNREACHABLE, TIMEOUT, TEST_AGAIN",
        "OPERATIONAL, RATE_LIMITED, TEST_AGAIN"
    })
    void saysTheOneThingToDo(AccessStatus status, CheckReason reason, Remedy remedy) {
        found(testShop, AccessStatus.OPERATIONAL, null);
        found(shop, status, reason);

        assertThat(all()).singleElement().extracting(Concern::remedy).isEqualTo(remedy);
    }

    @Test
    void whatSomebodySaidYesToIsConnectedAgain() {
        var consenting = TestSystems.SHOP.authenticationMethods().stream()
                .filter(AuthenticationMethod::needsRedirect)
                .findFirst()
                .orElseThrow();
        var access = shop.access()
                .withReplaced(Credentials.none(consenting.key()), world.clock.instant())
                .checked(check(AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE));

        assertThat(Remedy.of(access, world.systems)).isEqualTo(Remedy.RECONNECT);
    }

    @Test
    void findsByKindEnvironmentSystemAndGroup() {
        done(world.installation.install(shop.access().system().slug()));
        var instance = done(world.instanceSetup.create(TestWorld.shopWish("An instance", Environment.LIVE, null)));
        found(shop, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);
        found(testShop, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);
        found(instance, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);

        assertThat(names(new ConcernSearch(AccessKind.INSTANCE, null, null, null)))
                .containsExactly("An instance");
        assertThat(names(new ConcernSearch(null, Environment.TEST, null, null))).containsExactly("Our test shop");
        assertThat(names(new ConcernSearch(null, null, "no-such-system", null))).isEmpty();
        assertThat(names(new ConcernSearch(null, null, null, world.retail.id())))
                .containsExactlyInAnyOrder("Our shop", "Our test shop");
    }

    @Test
    void nobodySeesAnotherCompanysConcerns() {
        found(shop, AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED);
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        assertThat(all()).isEmpty();
    }

    private void found(Connector connector, AccessStatus status, @Nullable CheckReason reason) {
        world.connectors.record(connector.access(), check(status, reason));
    }

    private void found(Instance instance, AccessStatus status, @Nullable CheckReason reason) {
        world.instances.record(instance.access(), check(status, reason));
    }

    private Check check(AccessStatus status, @Nullable CheckReason reason) {
        return new Check(status, reason, null, null, world.clock.instant());
    }

    private List<Concern> all() {
        return all(ConcernSearch.ANY);
    }

    private List<Concern> all(ConcernSearch search) {
        return world.attention
                .page(search, new Page.Request(20, Concerns.ORDER, null, false))
                .items();
    }

    private List<String> names() {
        return names(ConcernSearch.ANY);
    }

    private List<String> names(ConcernSearch search) {
        return all(search).stream()
                .map(concern -> concern.access().name().value())
                .toList();
    }
}
