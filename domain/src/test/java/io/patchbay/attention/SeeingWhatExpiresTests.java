package io.patchbay.attention;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.Viewer;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeeingWhatExpiresTests {

    private final TestWorld world = new TestWorld();

    @Test
    void tellsOfSecretsWhoseLifeTheDefinitionKnowsTheSoonestFirst() {
        var live = world.shopConnector("Our shop");
        done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));

        assertThat(within(90)).extracting(SeeingWhatExpiresTests::name).containsExactly("Our test shop");
        assertThat(within(365)).extracting(SeeingWhatExpiresTests::name).containsExactly("Our test shop", "Our shop");
        assertThat(within(365).getLast()).satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Expiring.Kind.CREDENTIAL);
            assertThat(it.credentialKey()).isEqualTo("api_key");
            assertThat(it.endsAt()).isEqualTo(live.access().createdAt().plus(Duration.ofDays(180)));
            assertThat(it.exact()).isFalse();
        });
    }

    @Test
    void otherCredentialsBeginAnew() {
        var shop = done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));
        world.clock.goOn(Duration.ofDays(20));

        done(world.connectorAdministration.replaceCredentials(
                shop.id(), shop.version(), "api-key", List.of(given("shop", "my-shop"), given("api_key", "sesame"))));

        assertThat(within(20)).isEmpty();
        assertThat(within(31)).hasSize(1);
    }

    @Test
    void whatIsOverStaysWhileItIsInUse() {
        done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));
        world.clock.goOn(Duration.ofDays(400));

        assertThat(within(0)).extracting(SeeingWhatExpiresTests::name).containsExactly("Our test shop");
    }

    @Test
    void tellsOfApiTokensUntilTheyAreLongOver() {
        var inTenDays = world.clock.instant().plus(Duration.ofDays(10));
        var revoked = done(world.apiAccess.create("Revoked", inTenDays)).token();
        done(world.apiAccess.create("Reports", inTenDays));
        done(world.apiAccess.create("For ever", null));
        done(world.apiAccess.revoke(revoked.id()));
        assertThat(tokens(within(90))).containsExactly("Reports");
        assertThat(within(9)).isEmpty();

        world.clock.goOn(Duration.ofDays(40).minusSeconds(1));
        assertThat(tokens(within(0))).containsExactly("Reports");

        world.clock.goOn(Duration.ofSeconds(1));
        assertThat(within(90)).isEmpty();
    }

    @Test
    void nobodySeesWhatAnotherCompanyHas() {
        done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        assertThat(within(90)).isEmpty();
        assertThat(world.expirations
                        .count(ExpirySearch.before(Instant.parse("9999-01-01T00:00:00Z")))
                        .value())
                .isZero();
    }

    private List<Expiring> within(int days) {
        return world.expirations
                .page(
                        ExpirySearch.before(world.clock.instant().plus(Duration.ofDays(days))),
                        new Page.Request(20, Expiries.ORDER, null, false))
                .items();
    }

    private static String name(Expiring expiring) {
        return expiring.subject() == null
                ? ""
                : expiring.subject().access().name().value();
    }

    private static List<String> tokens(List<Expiring> expiring) {
        return expiring.stream()
                .map(it -> it.apiToken() == null ? "" : it.apiToken().name().value())
                .toList();
    }
}
