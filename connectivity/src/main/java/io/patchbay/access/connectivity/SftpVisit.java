package io.patchbay.access.connectivity;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.EgressFailure;
import io.patchbay.connectivity.ForbiddenAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** One login by SFTP, with a client that knows nothing of this machine's own keys and hosts. Prints nothing. */
final class SftpVisit {

    /** Where to connect to, as the only way out lets through. */
    @FunctionalInterface
    interface Addresses {
        List<InetSocketAddress> get() throws IOException;
    }

    private final Addresses addresses;
    private final String fingerprint;
    private final String username;
    private final Optional<String> password;
    private final Optional<KeyPair> key;
    private final String folder;
    private final Deadline deadline;
    private final AtomicBoolean stranger = new AtomicBoolean();

    SftpVisit(
            Addresses addresses,
            String fingerprint,
            String username,
            Optional<String> password,
            Optional<KeyPair> key,
            String folder,
            Deadline deadline) {
        this.addresses = addresses;
        this.fingerprint = fingerprint;
        this.username = username;
        this.password = password;
        this.key = key;
        this.folder = folder;
        this.deadline = deadline;
    }

    Verdict verdict() {
        try (var client = client()) {
            var address = addresses.get().getFirst();
            long start = System.nanoTime();
            client.start();
            try (var session = client.connect(username, address, null, null)
                    .verify(deadline.remaining())
                    .getClientSession()) {
                return loggedIn(session).after(Duration.ofNanos(System.nanoTime() - start));
            }
        } catch (IOException failure) {
            return ofFailure(failure);
        }
    }

    private Verdict loggedIn(ClientSession session) throws IOException {
        password.ifPresent(session::addPasswordIdentity);
        key.ifPresent(session::addPublicKeyIdentity);
        session.auth().verify(deadline.remaining());
        try (var sftp = SftpClientFactory.instance().createSftpClient(session);
                var handle = sftp.openDir(folder)) {
            return new Verdict(AccessStatus.OPERATIONAL, handle.isOpen() ? null : CheckReason.UNEXPECTED_ANSWER);
        } catch (SftpException refused) {
            return refused.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED
                    ? new Verdict(AccessStatus.OPERATIONAL, CheckReason.PERMISSION)
                    : new Verdict(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.UNEXPECTED_ANSWER);
        }
    }

    private SshClient client() {
        var client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        client.setServerKeyVerifier((session, address, serverKey) -> isExpected(serverKey));
        return client;
    }

    /** Before anything is told to the server. */
    private boolean isExpected(PublicKey serverKey) {
        boolean expected = KeyUtils.getFingerPrint(BuiltinDigests.sha256, serverKey)
                .replaceAll("=+$", "")
                .equals(fingerprint.replaceAll("=+$", ""));
        stranger.set(!expected);
        return expected;
    }

    private Verdict ofFailure(IOException failure) {
        if (stranger.get()) {
            return Verdicts.ofFailure(EgressFailure.TLS_UNTRUSTED);
        }
        if (failure instanceof SshException refused
                && refused.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            return new Verdict(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED);
        }
        return Verdicts.ofFailure(
                switch (failure) {
                    case ForbiddenAddress _ -> EgressFailure.ADDRESS_FORBIDDEN;
                    case UnknownHostException _ -> EgressFailure.DNS;
                    default ->
                        failure.getCause() instanceof TimeoutException || deadline.passed()
                                ? EgressFailure.TIMEOUT
                                : EgressFailure.REFUSED;
                });
    }
}
