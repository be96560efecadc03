package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Behaviour;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class TokenLoginTests {

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void anObjectOfAllFieldsAndACookie() throws Exception {
        Behaviour behaviour = asked -> {
            if (asked.uri().getPath().equals("/login")) {
                var body = JsonMapper.shared().readTree(asked.body());
                return body.path("Password").asString().equals("right\"}")
                                && body.path("CompanyDB").asString().equals("SBO")
                        ? Reply.of(200, "{\"SessionId\":\"s-1\",\"Version\":\"10\"}")
                        : Reply.of(401, "{\"error\":{\"code\":-304}}");
            }
            return Reply.of(asked.header("Cookie").equals("B1SESSION=s-1") ? 200 : 401, "{}");
        };
        Function<String, Function<Vendors, Vendors>> typed =
                password -> vendor -> vendor.set(Place.LOGIN_BODY, "CompanyDB", "SBO")
                        .set(Place.LOGIN_BODY, "Password", password)
                        .setting("tokenPointer", "/SessionId")
                        .setting("tokenCookie", "B1SESSION");

        lets(check(behaviour, typed.apply("right\"}")));
        refuses(check(behaviour, typed.apply("wrong")));
    }

    @Test
    void theCookieOfALoadBalancerComesAlong() throws Exception {
        Behaviour behaviour = asked -> asked.uri().getPath().equals("/login")
                ? Reply.of(
                        200,
                        "{\"SessionId\":\"s-1\"}",
                        "Set-Cookie: B1SESSION=s-1; HttpOnly",
                        "Set-Cookie: ROUTEID=.node2; path=/b1s")
                : Reply.of(asked.header("Cookie").equals("B1SESSION=s-1; ROUTEID=.node2") ? 200 : 401, "{}");

        lets(check(
                behaviour,
                vendor -> vendor.set(Place.LOGIN_BODY, "Password", "right")
                        .setting("tokenPointer", "/SessionId")
                        .setting("tokenCookie", "B1SESSION")
                        .setting("tokenCookieBeside", "ROUTEID")));
    }

    @Test
    void aBodyOfTheDefinitionsWithBasicBesideIt() throws Exception {
        Behaviour behaviour = asked -> {
            if (asked.uri().getPath().equals("/login")) {
                var body = JsonMapper.shared().readTree(asked.body());
                return asked.header("Authorization").equals("Basic " + base64("client:secret"))
                                && body.path("grant_type").asString().equals("password")
                                && body.path("password").asString().equals("a\"\\$1\n${user}")
                        ? Reply.of(200, "{\"access_token\":\"t-1\"}")
                        : Reply.of(422, "{}");
            }
            return Reply.of(asked.header("Authorization").equals("Bearer t-1") ? 200 : 401, "{}");
        };
        Function<String, Function<Vendors, Vendors>> typed = password -> vendor -> vendor.set(Place.USERNAME, "client")
                .set(Place.PASSWORD, "secret")
                .set(Place.LOGIN_BODY, "password", password)
                .setting("loginBody", "{\"grant_type\": \"password\", \"password\": \"${password}\"}")
                .setting("tokenPointer", "/access_token");

        lets(check(behaviour, typed.apply("a\"\\$1\n${user}")));
        refuses(check(behaviour, typed.apply("wrong")));
    }

    @Test
    void aSoapSession() throws Exception {
        Behaviour behaviour = asked -> {
            if (asked.uri().getPath().equals("/login")) {
                return asked.header("SOAPAction").equals("http://vendor.example/Authenticate")
                                && asked.header("Content-Type").equals("text/xml; charset=utf-8")
                                && asked.body().contains("<password>right&lt;/password&gt;</password>")
                        ? Reply.of(200, """
                                <?xml version="1.0"?><s:Envelope xmlns:s="urn:s"><s:Body><R xmlns="urn:r">\
                                <Detail>session-1</Detail></R></s:Body></s:Envelope>""", "Content-Type: text/xml")
                        : Reply.of(200, "<s:Envelope xmlns:s=\"urn:s\"/>", "Content-Type: text/xml");
            }
            return Reply.of(asked.uri().getRawQuery().equals("session=session-1") ? 200 : 401, "{}");
        };
        Function<String, Function<Vendors, Vendors>> typed =
                password -> vendor -> vendor.set(Place.LOGIN_BODY, "password", password)
                        .setting("loginContentType", "text/xml; charset=utf-8")
                        .setting("loginHeaders", "SOAPAction: http://vendor.example/Authenticate")
                        .setting("loginBody", "<Envelope><password>${password}</password></Envelope>")
                        .setting("tokenPointer", "//*[local-name()='R']/*[local-name()='Detail']")
                        .setting("tokenQuery", "session");

        lets(check(behaviour, typed.apply("right</password>")));

        var refused = check(behaviour, typed.apply("wrong"));
        assertThat(refused.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
        assertThat(refused.reason()).isEqualTo(CheckReason.UNEXPECTED_ANSWER);
    }

    @Test
    void aFormThatLeadsToAnotherServer() throws Exception {
        try (var second =
                TestServer.http(asked -> Reply.of(asked.header("Authorization").equals("t-2") ? 200 : 401, "{}"))) {
            Behaviour behaviour = asked -> asked.body().equals("user=anna%26co&key=right")
                    ? Reply.of(200, "{\"Token\":\"t-2\",\"Server\":\"" + second.at("/eu") + "\"}")
                    : Reply.of(400, "{}");

            lets(check(
                    behaviour,
                    vendor -> vendor.set(Place.LOGIN_BODY, "user", "anna&co")
                            .set(Place.LOGIN_BODY, "key", "right")
                            .setting("loginContentType", "application/x-www-form-urlencoded")
                            .setting("tokenPointer", "/Token")
                            .setting("tokenFormat", "{value}")
                            .setting("baseUrlPointer", "/Server")));
            assertThat(second.asked().getFirst().uri()).hasToString("/eu/me");
        }
    }

    @Test
    void aDocumentTypeIsNotRead() throws Exception {
        Behaviour behaviour = asked ->
                Reply.of(200, "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a><Detail>&e;</Detail></a>");

        assertThat(check(
                                behaviour,
                                vendor -> vendor.set(Place.LOGIN_BODY, "password", "x")
                                        .setting("tokenPointer", "//Detail"))
                        .reason())
                .isEqualTo(CheckReason.UNEXPECTED_ANSWER);
    }

    private Check check(Behaviour behaviour, Function<Vendors, Vendors> typed) throws Exception {
        try (var server = TestServer.http(behaviour)) {
            return new HttpChecks(egress, Clock.systemUTC())
                    .check(typed.apply(Vendors.at(server.at(""), AuthenticationType.TOKEN_LOGIN)
                                    .setting("loginUrl", "{+address}/login"))
                            .question());
        }
    }

    private static void lets(Check check) {
        assertThat(check.reason()).isNull();
        assertThat(check.status()).isEqualTo(AccessStatus.OPERATIONAL);
    }

    private static void refuses(Check check) {
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
