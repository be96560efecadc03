package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.TestCertificates;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Reply;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that lets in only who shows a certificate of its authority. */
@Timeout(30)
class ClientCertificateTests {

    private static TestCertificates authority;

    @BeforeAll
    static void found() throws Exception {
        authority = new TestCertificates("Authority");
    }

    @Test
    void inPem() throws Exception {
        var own = authority.forHost("client");

        lets(check(vendor -> vendor.set(Place.CERTIFICATE, own.certificatePem()).set(Place.PRIVATE_KEY, own.keyPem())));
    }

    @Test
    void inPemWithAPassphrase() throws Exception {
        var own = authority.forHost("client");
        var locked = encrypted(own.keys().getPrivate(), "open sesame");

        lets(check(vendor -> vendor.set(Place.CERTIFICATE, own.certificatePem())
                .set(Place.PRIVATE_KEY, locked)
                .set(Place.PRIVATE_KEY_PASSPHRASE, "open sesame")));
        unusable(check(vendor -> vendor.set(Place.CERTIFICATE, own.certificatePem())
                .set(Place.PRIVATE_KEY, locked)
                .set(Place.PRIVATE_KEY_PASSPHRASE, "wrong")));
    }

    @Test
    void inOneFile() throws Exception {
        var file = new ByteArrayOutputStream();
        authority.forHost("client").store("open sesame").store(file, "open sesame".toCharArray());
        var text = Base64.getMimeEncoder().encodeToString(file.toByteArray());

        lets(check(vendor -> vendor.set(Place.CERTIFICATE, text).set(Place.PRIVATE_KEY_PASSPHRASE, "open sesame")));
        unusable(check(vendor -> vendor.set(Place.CERTIFICATE, text).set(Place.PRIVATE_KEY_PASSPHRASE, "wrong")));
    }

    @Test
    void ofAStranger() throws Exception {
        var own = new TestCertificates("Stranger").forHost("client");

        var check = check(
                vendor -> vendor.set(Place.CERTIFICATE, own.certificatePem()).set(Place.PRIVATE_KEY, own.keyPem()));

        assertThat(check.status()).isNotEqualTo(AccessStatus.OPERATIONAL);
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
    }

    @Test
    void withTheKeyOfAnother() throws Exception {
        var own = authority.forHost("client");
        var other = authority.forHost("client");

        unusable(check(
                vendor -> vendor.set(Place.CERTIFICATE, own.certificatePem()).set(Place.PRIVATE_KEY, other.keyPem())));
    }

    private static Check check(Function<Vendors, Vendors> typed) throws Exception {
        try (var server = TestServer.https(
                        authority.serverContext(authority.forHost("vendor.example")),
                        true,
                        asked -> Reply.of(200, "{}"));
                var egress = new Egress(
                        new EgressSettings(true, Set.of()),
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        authority.trust())) {
            return new HttpChecks(egress, Clock.systemUTC())
                    .check(typed.apply(
                                    Vendors.at(server.at("vendor.example", ""), AuthenticationType.CLIENT_CERTIFICATE))
                            .question());
        }
    }

    private static String encrypted(PrivateKey key, String passphrase) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(
                    key,
                    new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                            .setProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider())
                            .setPassword(passphrase.toCharArray())
                            .build()));
        }
        return text.toString();
    }

    private static void lets(Check check) {
        assertThat(check.reason()).isNull();
        assertThat(check.status()).isEqualTo(AccessStatus.OPERATIONAL);
    }

    private static void unusable(Check check) {
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_UNUSABLE);
        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
    }
}
