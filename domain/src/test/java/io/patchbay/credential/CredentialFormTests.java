package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CredentialFormTests {

    /** Repeated groups, as the patterns of host names and addresses have them. */
    private static final CredentialField HOST_NAME = new CredentialField(
            "host",
            "Host",
            CredentialKind.TEXT,
            false,
            true,
            Pattern.compile("[a-z]([a-z-]*[a-z])?([.][a-z]([a-z-]*[a-z])?)*"),
            "shop.example.com",
            null,
            List.of(),
            new CredentialDestination(Place.HOST, null, null),
            true);

    @Test
    void takesWhatMatchesThePattern() {
        assertThat(CredentialForm.fault(HOST_NAME, "shop.example.com")).isEmpty();
    }

    @Test
    void refusesWhatThePatternCannotBeMatchedWith() {
        assertThat(CredentialForm.fault(HOST_NAME, "a.".repeat(CredentialForm.MAX_LENGTH / 2)))
                .hasValueSatisfying(fault -> assertThat(fault.reason()).isEqualTo("credential.pattern-example"));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(CredentialForm.fault(HOST_NAME, "a".repeat(CredentialForm.MAX_LENGTH + 1)))
                .hasValueSatisfying(fault -> assertThat(fault.reason()).isEqualTo("credential.too-long"));
    }
}
