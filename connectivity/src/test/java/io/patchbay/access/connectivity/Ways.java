package io.patchbay.access.connectivity;

import io.patchbay.connectivity.TestCertificates;
import io.patchbay.connectivity.TestCertificates.Issued;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Every way into a system over HTTP, with secrets that are recognised wherever they turn up. */
final class Ways {

    /** Stands in everything that must not be seen. */
    static final String MARK = "recognisable-secret";

    private static final String KEY;
    private static final Issued OWN;

    static {
        try {
            var authority = new TestCertificates("Ways");
            OWN = authority.forHost("client.example");
            KEY = TestCertificates.pem(TestCertificates.keyPair().getPrivate());
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Ways() {}

    /**
     * One of them.
     *
     * @param tokenPath where it gets a token first; null: it does not
     * @param signs whether it signs with the clock
     */
    record Way(String name, AuthenticationType type, String tokenPath, boolean signs, UnaryOperator<Vendors> typed) {

        Vendors at(URI address) {
            return typed.apply(Vendors.at(address, type));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What nobody may see of them: the mark itself, the forms that it takes on the way, and the middle of the keys. */
    static List<String> hidden() {
        return List.of(MARK, "cmVjb2duaXNhYmxl", "JlY29nbmlzYWJsZS", "yZWNvZ25pc2FibGU", line(KEY), line(OWN.keyPem()));
    }

    private static String line(String pem) {
        return pem.lines().skip(3).findFirst().orElseThrow();
    }

    static Stream<Way> all() {
        return Stream.of(
                plain("none", AuthenticationType.NONE, vendor -> vendor),
                plain(
                        "basic",
                        AuthenticationType.BASIC,
                        vendor -> vendor.set(Place.USERNAME, "anna").set(Place.PASSWORD, MARK)),
                plain("key in a header", AuthenticationType.API_KEY, vendor -> vendor.set(Place.HEADER, "X-Key", MARK)),
                plain("key in the query", AuthenticationType.API_KEY, vendor -> vendor.set(Place.QUERY, "key", MARK)),
                plain("key in a cookie", AuthenticationType.API_KEY, vendor -> vendor.set(Place.COOKIE, "key", MARK)),
                plain("bearer", AuthenticationType.BEARER, vendor -> vendor.set(Place.BEARER_TOKEN, MARK)),
                plain(
                        "custom headers",
                        AuthenticationType.CUSTOM_HEADERS,
                        vendor -> vendor.set(Place.HEADER, "X-One", MARK).set(Place.HEADER, "X-Two", MARK)),
                new Way(
                        "oauth 1",
                        AuthenticationType.OAUTH1,
                        null,
                        true,
                        vendor -> vendor.set(Place.CONSUMER_KEY, MARK)
                                .set(Place.CONSUMER_SECRET, MARK)
                                .set(Place.TOKEN, MARK)
                                .set(Place.TOKEN_SECRET, MARK)
                                .setting("signatureMethod", "HMAC-SHA256")),
                token("client secret in the header", AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, Ways::client),
                token(
                        "client secret in the body",
                        AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                        vendor -> client(vendor).setting("clientAuthentication", "body")),
                signed(
                        "private key jwt",
                        AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                        vendor -> vendor.set(Place.CLIENT_ID, MARK)
                                .set(Place.PRIVATE_KEY, KEY)
                                .setting("clientAuthentication", "private_key_jwt")),
                token(
                        "pasted refresh token",
                        AuthenticationType.OAUTH2_REFRESH_TOKEN,
                        vendor -> client(vendor).set(Place.REFRESH_TOKEN, MARK).setting("refreshReuse", "reusable")),
                signed(
                        "jwt bearer",
                        AuthenticationType.OAUTH2_JWT_BEARER,
                        vendor -> vendor.set(Place.PRIVATE_KEY, KEY).set(Place.ASSERTION_CLAIM, "iss", MARK)),
                signed(
                        "service account",
                        AuthenticationType.OAUTH2_JWT_BEARER,
                        vendor -> vendor.set(
                                Place.SERVICE_ACCOUNT_KEY,
                                JsonMapper.shared()
                                        .writeValueAsString(java.util.Map.of(
                                                "client_email", "robot@example.com",
                                                "private_key_id", MARK,
                                                "private_key", KEY)))),
                new Way(
                        "login by json",
                        AuthenticationType.TOKEN_LOGIN,
                        "/token",
                        false,
                        vendor -> vendor.set(Place.LOGIN_BODY, "password", MARK)
                                .setting("loginUrl", "{+address}/token")
                                .setting("tokenPointer", "/access_token")),
                new Way(
                        "login by soap",
                        AuthenticationType.TOKEN_LOGIN,
                        "/token",
                        false,
                        vendor -> vendor.set(Place.LOGIN_BODY, "password", MARK)
                                .setting("loginUrl", "{+address}/token")
                                .setting("loginContentType", "text/xml; charset=utf-8")
                                .setting("loginHeaders", "SOAPAction: login")
                                .setting("loginBody", "<e><password>${password}</password></e>")
                                .setting("tokenPointer", "/access_token")),
                plain(
                        "client certificate",
                        AuthenticationType.CLIENT_CERTIFICATE,
                        vendor -> vendor.set(Place.CERTIFICATE, OWN.certificatePem())
                                .set(Place.PRIVATE_KEY, OWN.keyPem())));
    }

    private static Vendors client(Vendors vendor) {
        return vendor.set(Place.CLIENT_ID, "client").set(Place.CLIENT_SECRET, MARK);
    }

    private static Way plain(String name, AuthenticationType type, UnaryOperator<Vendors> typed) {
        return new Way(name, type, null, false, typed);
    }

    private static Way token(String name, AuthenticationType type, UnaryOperator<Vendors> typed) {
        return new Way(
                name, type, "/token", false, vendor -> typed.apply(vendor).setting("tokenUrl", "{+address}/token"));
    }

    private static Way signed(String name, AuthenticationType type, UnaryOperator<Vendors> typed) {
        return new Way(
                name, type, "/token", true, vendor -> typed.apply(vendor).setting("tokenUrl", "{+address}/token"));
    }
}
