package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Asked;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OAuth1Tests {

    @Test
    void signsAsInSection1Dot2OfTheStandard() {
        var signature = new OAuth1Signature(
                "HMAC-SHA1",
                "dpf43f3p2l4k3l03",
                "kd94hf93k423kf44",
                "nnch734d00sl2jdk",
                "pfkkdhi9sl3r4s00",
                137131202,
                "chapoH",
                false);
        var address = URI.create("http://photos.example.net/photos?file=vacation.jpg&size=original");

        assertThat(signature.signature("GET", address, "")).isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
        assertThat(signature.header("GET", address, "", Optional.of("Photos")))
                .startsWith("OAuth realm=\"Photos\", oauth_consumer_key=\"dpf43f3p2l4k3l03\"")
                .endsWith("oauth_signature=\"MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D\"");
    }

    @Test
    void sortsAndEncodesAsInSection3Dot4() {
        var signature = new OAuth1Signature(
                "HMAC-SHA1", "9djdj82h48djs9d2", "", "kkk9d7dh3k39sjv7", "", 137131201, "7d8f3e4a", false);

        assertThat(signature.baseString(
                        "post",
                        URI.create("HTTP://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b"),
                        "c2&a3=2+q"))
                .isEqualTo(
                        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
                                + "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                                + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201"
                                + "%26oauth_token%3Dkkk9d7dh3k39sjv7");
    }

    @Test
    void letsInWhoSignsWithTheRightSecret() throws Exception {
        assertThat(check("right", Clock.systemUTC()).status()).isEqualTo(AccessStatus.OPERATIONAL);
    }

    @Test
    void refusesWhoSignsWithAnother() throws Exception {
        var check = check("wrong", Clock.systemUTC());

        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
    }

    @Test
    void aClockThatIsTenMinutesOffIsNamed() throws Exception {
        assertThat(check("wrong", Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)))
                        .reason())
                .isEqualTo(CheckReason.CLOCK);
    }

    private static Check check(String secret, Clock clock) throws Exception {
        try (var server = TestServer.http(asked -> Reply.of(isSignedWith("right", asked) ? 200 : 401, "{}"));
                var egress = new Egress(new EgressSettings(true, Set.of()))) {
            return new HttpChecks(egress, clock)
                    .check(Vendors.at(server.at(""), AuthenticationType.OAUTH1)
                            .proof("GET", "/me?limit=1&q=a%20b", null)
                            .set(Place.REALM, "1234567_SB1")
                            .set(Place.CONSUMER_KEY, "consumer")
                            .set(Place.CONSUMER_SECRET, "consumer-secret")
                            .set(Place.TOKEN, "token")
                            .set(Place.TOKEN_SECRET, secret)
                            .setting("signatureMethod", "HMAC-SHA256")
                            .question());
        }
    }

    private static boolean isSignedWith(String tokenSecret, Asked asked) {
        var given = new HashMap<String, String>();
        Pattern.compile("(\\w+)=\"([^\"]*)\"")
                .matcher(asked.header("Authorization"))
                .results()
                .forEach(match -> given.put(match.group(1), URLDecoder.decode(match.group(2), StandardCharsets.UTF_8)));
        var expected = new OAuth1Signature(
                        "HMAC-SHA256",
                        "consumer",
                        "consumer-secret",
                        "token",
                        tokenSecret,
                        Long.parseLong(given.get("oauth_timestamp")),
                        given.get("oauth_nonce"),
                        true)
                .signature("GET", URI.create("http://" + asked.header("Host") + asked.uri()), "");
        return given.entrySet()
                        .containsAll(Map.of("realm", "1234567_SB1", "oauth_version", "1.0")
                                .entrySet())
                && expected.equals(given.get("oauth_signature"));
    }
}
