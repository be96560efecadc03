package io.patchbay.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.CredentialEnd;
import io.patchbay.credential.Credentials;
import io.patchbay.setup.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowingUntilWhenCredentialsAreGoodTests {

    private static final Instant END = Instant.parse("2027-05-21T12:00:00Z");

    private final SystemAccess shop = new TestWorld().shopConnector("Shop").access();

    @Test
    void aGuessIsToldUntilACheckProvesItWrong() {
        var guessed = ending(new CredentialEnd(END, false));

        assertThat(guessed.end("api_key")).contains(new CredentialEnd(END, false));
        assertThat(guessed.checked(check(AccessStatus.OPERATIONAL, END)).end("api_key"))
                .isPresent();
        assertThat(guessed.checked(check(AccessStatus.FAILED_AUTHENTICATION, END.plusSeconds(1)))
                        .end("api_key"))
                .isPresent();
        assertThat(guessed.checked(check(AccessStatus.OPERATIONAL, END.plusSeconds(1)))
                        .end("api_key"))
                .isEmpty();
    }

    @Test
    void whatIsKnownExactlyIsToldWhateverACheckSays() {
        var known = ending(new CredentialEnd(END, true));

        assertThat(known.checked(check(AccessStatus.OPERATIONAL, END.plusSeconds(1)))
                        .end("api_key"))
                .contains(new CredentialEnd(END, true));
    }

    @Test
    void ofTheOthersNobodyKnows() {
        assertThat(shop.end("shop")).isEmpty();
    }

    private SystemAccess ending(CredentialEnd end) {
        var credentials = shop.credentials();
        return shop.withReplaced(
                new Credentials(credentials.id(), credentials.method(), credentials.values(), Map.of("api_key", end)),
                shop.createdAt());
    }

    private static Check check(AccessStatus status, Instant at) {
        return new Check(status, null, null, Duration.ofMillis(12), at);
    }
}
