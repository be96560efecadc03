package io.patchbay.identity;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApiAccessTests {

    private final TestWorld world = new TestWorld();

    @Test
    void opensWithTheSecretThatWasShownOnce() {
        var issued = done(world.apiAccess.create("Storefront", null));

        assertThat(world.apiAccess.authenticate(issued.secret()))
                .map(ApiToken::id)
                .contains(issued.token().id());
        assertThat(world.apiAccess.authenticate(new Secret("pb_guess"))).isEmpty();
        assertThat(issued.toString()).doesNotContain(issued.secret().reveal());
    }

    @Test
    void hasTwoHundredAndFiftySixRandomBits() {
        var secret = done(world.apiAccess.create("Storefront", null)).secret().reveal();

        assertThat(secret).matches("pb_[A-Za-z0-9_-]{43}");
    }

    @Test
    void opensNothingFromItsExpiryOn() {
        var expiry = world.clock.instant().plus(Duration.ofDays(1));
        var issued = done(world.apiAccess.create("Storefront", expiry));
        world.clock.set(expiry);

        assertThat(world.apiAccess.authenticate(issued.secret())).isEmpty();
    }

    @Test
    void opensNothingOnceRevoked() {
        var issued = done(world.apiAccess.create("Storefront", null));

        done(world.apiAccess.revoke(issued.token().id()));

        assertThat(world.apiAccess.authenticate(issued.secret())).isEmpty();
    }

    @Test
    void staysRevokedAtTheFirstMoment() {
        var issued = done(world.apiAccess.create("Storefront", null));
        var first = done(world.apiAccess.revoke(issued.token().id())).revokedAt();
        world.clock.goOn(Duration.ofHours(1));

        assertThat(done(world.apiAccess.revoke(issued.token().id())).revokedAt())
                .isEqualTo(first);
    }

    @Test
    void notesItsLastUseToTheMinute() {
        var issued = done(world.apiAccess.create("Storefront", null));
        var first = world.clock.instant();
        world.apiAccess.authenticate(issued.secret());
        world.clock.goOn(Duration.ofSeconds(30));
        world.apiAccess.authenticate(issued.secret());

        assertThat(world.tokens
                        .find(world.acme.id(), issued.token().id())
                        .orElseThrow()
                        .lastUsedAt())
                .isEqualTo(first);
    }

    @Test
    void refusesAnExpiryInThePastAndABlankName() {
        assertThat(refusals(world.apiAccess.create(" ", world.clock.instant())))
                .containsExactly("INVALID_NAME at name", "INVALID_EXPIRY at expiresAt");
    }

    @Test
    void treatsAnotherCompanysTokenAsUnknown() {
        var issued = done(world.apiAccess.create("Storefront", null));
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        assertThat(refusals(world.apiAccess.revoke(issued.token().id()))).containsExactly("NOT_FOUND at id");
        assertThat(world.apiAccess.authenticate(issued.secret())).isPresent();
    }
}
