package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.ForbiddenListener;
import io.patchbay.connectivity.TestCertificates;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real SFTP server that enforces passwords and keys. */
@Timeout(60)
class SftpChecksTests {

    private static final AtomicInteger LOGINS = new AtomicInteger();

    @TempDir
    private static Path files;

    private static SshServer server;
    private static KeyPair owned;
    private static String fingerprint;

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));

    @BeforeAll
    static void start() throws Exception {
        var hostKey = TestCertificates.keyPair();
        owned = TestCertificates.keyPair();
        fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
        Files.createDirectory(files.resolve("in"));
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> {
            LOGINS.incrementAndGet();
            return user.equals("anna") && password.equals("right");
        });
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, owned.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(files));
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop(true);
    }

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void passwordThatIsRight() {
        var check = check(password("right").set(Place.ROOT_PATH, "/in"));

        assertThat(check.reason()).isNull();
        assertThat(check.status()).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(check.latency()).isPositive();
    }

    @Test
    void passwordThatIsWrong() {
        var check = check(password("wrong"));

        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
    }

    @Test
    void aFolderThatIsNotThere() {
        assertThat(check(password("right").set(Place.ROOT_PATH, "/nowhere")).reason())
                .isEqualTo(CheckReason.UNEXPECTED_ANSWER);
    }

    @Test
    void anotherServerIsToldNothing() {
        var before = LOGINS.get();
        var check = check(vendor(AuthenticationType.SFTP_PASSWORD, server.getPort(), "SHA256:" + "0".repeat(43))
                .set(Place.PASSWORD, "right"));

        assertThat(check.status()).isEqualTo(AccessStatus.SYSTEM_UNREACHABLE);
        assertThat(check.reason()).isEqualTo(CheckReason.TLS_UNTRUSTED);
        assertThat(LOGINS).hasValue(before);
    }

    @Test
    void keyInPem() throws Exception {
        assertThat(check(key(TestCertificates.pem(owned.getPrivate()))).status())
                .isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(check(key(TestCertificates.pem(TestCertificates.keyPair().getPrivate())))
                        .reason())
                .isEqualTo(CheckReason.CREDENTIALS_REFUSED);
        assertThat(check(key("no key")).reason()).isEqualTo(CheckReason.CREDENTIALS_UNUSABLE);
    }

    @Test
    void keyOfOpenSshWithAPassphrase() throws Exception {
        var locked = openSsh(owned, "open sesame");

        assertThat(check(key(locked).set(Place.PRIVATE_KEY_PASSPHRASE, "open sesame"))
                        .status())
                .isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(check(key(locked).set(Place.PRIVATE_KEY_PASSPHRASE, "wrong")).reason())
                .isEqualTo(CheckReason.CREDENTIALS_UNUSABLE);
    }

    @Test
    void edwardsCurvesAreRead() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519", new BouncyCastleProvider())
                .generateKeyPair();

        assertThat(SshKeys.pair(openSsh(pair, null), "")).isPresent();
    }

    @Test
    void forbiddenAddressesAreNotConnectedTo() throws Exception {
        try (var publicOnly = new Egress(EgressSettings.PUBLIC_ONLY)) {
            assertThat(new SystemChecks(publicOnly, Clock.systemUTC())
                            .check(password("right").question())
                            .reason())
                    .isEqualTo(CheckReason.ADDRESS_FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "169.254.169.254",
                "fd00::1",
                "0.0.0.0"
            })
    void namesThatLeadToForbiddenAddressesAreNotConnectedTo(String address) throws Exception {
        var there = InetAddress.ofLiteral(address);
        try (var forbidden = new ForbiddenListener();
                var publicOnly = new Egress(EgressSettings.PUBLIC_ONLY, host -> new InetAddress[] {there}, null)) {
            var question = Vendors.at(URI.create("sftp://files.example"), AuthenticationType.SFTP_PASSWORD)
                    .set(Place.HOST, "files.example")
                    .set(Place.PORT, String.valueOf(forbidden.port()))
                    .set(Place.USERNAME, "anna")
                    .set(Place.PASSWORD, "right")
                    .set(Place.HOST_FINGERPRINT, fingerprint)
                    .question();

            assertThat(new SystemChecks(publicOnly, Clock.systemUTC())
                            .check(question)
                            .reason())
                    .isEqualTo(CheckReason.ADDRESS_FORBIDDEN);
            assertThat(forbidden.visits()).isZero();
        }
    }

    @Test
    void closedPortsAndSilence() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hasty = new SftpChecks(egress, Clock.systemUTC(), Duration.ofMillis(500));
            assertThat(hasty.check(vendor(AuthenticationType.SFTP_PASSWORD, silent.getLocalPort(), fingerprint)
                                    .set(Place.PASSWORD, "right")
                                    .question())
                            .reason())
                    .isEqualTo(CheckReason.TIMEOUT);
        }
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(check(vendor(AuthenticationType.SFTP_PASSWORD, closed, fingerprint)
                                .set(Place.PASSWORD, "right"))
                        .reason())
                .isEqualTo(CheckReason.REFUSED);
    }

    private Check check(Vendors vendor) {
        var checks = new SystemChecks(egress, Clock.systemUTC());
        assertThat(checks.supports(vendor.method())).isTrue();
        return checks.check(vendor.question());
    }

    private static Vendors password(String password) {
        return vendor(AuthenticationType.SFTP_PASSWORD, server.getPort(), fingerprint)
                .set(Place.PASSWORD, password);
    }

    private static Vendors key(String text) {
        return vendor(AuthenticationType.SFTP_KEY, server.getPort(), fingerprint)
                .set(Place.PRIVATE_KEY, text);
    }

    private static Vendors vendor(AuthenticationType type, int port, String fingerprint) {
        return Vendors.at(URI.create("sftp://127.0.0.1"), type)
                .set(Place.HOST, "127.0.0.1")
                .set(Place.PORT, Integer.toString(port))
                .set(Place.HOST_FINGERPRINT, fingerprint)
                .set(Place.USERNAME, "anna");
    }

    private static String openSsh(KeyPair pair, String passphrase) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        OpenSSHKeyEncryptionContext locked = null;
        if (passphrase != null) {
            locked = new OpenSSHKeyEncryptionContext();
            locked.setPassword(passphrase);
            locked.setCipherName("AES");
            locked.setCipherType("256");
            locked.setCipherMode("CTR");
        }
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", locked, out);
        return out.toString();
    }
}
