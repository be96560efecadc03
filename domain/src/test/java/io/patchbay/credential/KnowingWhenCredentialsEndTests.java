package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import io.patchbay.system.Environment;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowingWhenCredentialsEndTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");

    /** Signed by itself, for nobody; its key was thrown away. */
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBdDCCARqgAwIBAgIBBzAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5jbGllbnQu
            ZXhhbXBsZTAeFw0yNjExMjIxMzEyMDlaFw0zNjExMTkxMzEyMDlaMBkxFzAVBgNV
            BAMMDmNsaWVudC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEpO5N
            2zFiw8lXpHN2V30+4jS6uzx7dTOjpz/iJJpyrd2A8tX8LVVO0476yLEAhI4ICsdi
            V9tUsUJjmv6IMidgS6NTMFEwHQYDVR0OBBYEFFSTfrbJayBJv/GVnC/S8fAxLX0S
            MB8GA1UdIwQYMBaAFFSTfrbJayBJv/GVnC/S8fAxLX0SMA8GA1UdEwEB/wQFMAMB
            Af8wCgYIKoZIzj0EAwIDSAAwRQIhAPkFMwmp05gotoi7kPbDUPGv+9LoBfrvq0Az
            enBT5VtgAiB11UCxVVUEytdKxvSHlie+5GMUMFVh/6dVNvcUMlhnBw==
            -----END CERTIFICATE-----
            """;

    @Test
    void aSecretEndsAfterTheLifeThatItsVendorGivesItInItsEnvironment() {
        var field = field(Place.HEADER, Map.of(Environment.LIVE, Period.ofDays(180)));

        assertThat(CredentialEnds.of(field, Environment.LIVE, new Secret("sesame"), NOW))
                .contains(new CredentialEnd(Instant.parse("2027-05-21T12:00:00Z"), false));
        assertThat(CredentialEnds.of(field, Environment.TEST, new Secret("sesame"), NOW))
                .isEmpty();
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        var field = field(Place.HEADER, Map.of(Environment.LIVE, Period.ofMonths(3)));

        assertThat(CredentialEnds.of(field, Environment.LIVE, new Secret("sesame"), NOW.plusSeconds(8 * 86_400)))
                .contains(new CredentialEnd(Instant.parse("2027-02-28T12:00:00Z"), false));
    }

    @Test
    void aCertificateSaysItself() {
        var field = field(Place.CERTIFICATE, Map.of());

        assertThat(CredentialEnds.of(field, Environment.LIVE, new Secret("Bag Attributes\n" + CERTIFICATE), NOW))
                .contains(new CredentialEnd(Instant.parse("2036-11-19T13:12:09Z"), true));
    }

    @Test
    void whatIsNoCertificateSaysNothing() {
        var field = field(Place.CERTIFICATE, Map.of());

        assertThat(CredentialEnds.of(field, Environment.LIVE, new Secret("none"), NOW))
                .isEmpty();
        assertThat(CredentialEnds.of(
                        field, Environment.LIVE, new Secret("-----BEGIN CERTIFICATE-----\nMIIB\u00e9"), NOW))
                .isEmpty();
    }

    private static CredentialField field(Place place, Map<Environment, Period> lifetimes) {
        return new CredentialField(
                "secret",
                "Secret",
                CredentialKind.MULTILINE,
                true,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(new CredentialDestination(place, place == Place.HEADER ? "X-Key" : null, null)),
                Map.of(),
                lifetimes,
                null,
                true);
    }
}
