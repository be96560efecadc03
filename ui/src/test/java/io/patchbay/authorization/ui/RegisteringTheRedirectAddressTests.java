package io.patchbay.authorization.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.TestSystems;
import io.patchbay.ui.PageTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisteringTheRedirectAddressTests extends PageTest {

    private static final URI ADDRESS = URI.create("https://patchbay.example/oauth/callback");

    @Test
    void isAskedForWithTheAddress() {
        assertThat(words(Map.of()))
                .contains("Register this redirect address at Corner Shop", ADDRESS.toString(), "Copy address")
                .doesNotContain("nothing to register");
    }

    @Test
    void isNotAskedForWhereTheVendorKnowsItAlready() {
        assertThat(words(Map.of("redirectKnown", "true")))
                .contains("Corner Shop knows this Patchbay's redirect address already; there is nothing to register.")
                .doesNotContain("Register this", ADDRESS.toString());
    }

    private static String words(Map<String, String> settings) {
        var method = new AuthenticationMethod(
                "connect", "Connect", AuthenticationType.OAUTH2_AUTHORIZATION_CODE, null, List.of(), settings, true);
        return new RedirectAddress(TestSystems.SHOP, method, ADDRESS, false)
                .getElement()
                .getTextRecursively();
    }
}
