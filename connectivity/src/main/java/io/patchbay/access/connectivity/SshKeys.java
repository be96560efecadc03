package io.patchbay.access.connectivity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads private keys for SSH: OpenSSH's own form, and those that other programs write. */
final class SshKeys {

    private SshKeys() {}

    /** Empty where the text is no key, or the passphrase does not open it. */
    static Optional<KeyPair> pair(String text, String passphrase) {
        try {
            var pairs = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("key"),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    passphrase.isEmpty() ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase));
            return pairs == null
                    ? Optional.empty()
                    : Optional.of(pairs.iterator()).filter(Iterator::hasNext).map(Iterator::next);
        } catch (IOException | GeneralSecurityException | RuntimeException unusable) {
            return Optional.empty();
        }
    }
}
