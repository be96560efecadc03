package io.patchbay.credential.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.ServiceLoader;

/**
 * A master key that never leaves a key management service. Tink's clients speak to it; which services there are depends on
 * which of these clients are on the class path ({@link ServiceLoader}).
 *
 * @param uri the key's address in the service, such as {@code aws-kms://arn:aws:kms:…}
 */
record KmsKey(String uri, KmsClient client) implements WrappingKey {

    /**
     * Finds the client for a key.
     *
     * @param setting where the address stands, for the sentence that refuses it
     * @throws MasterKeyException where there is none, or it has no credentials
     */
    static KmsKey at(String uri, String setting) {
        for (var client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(uri)) {
                return new KmsKey(uri, withCredentials(client, uri, setting));
            }
        }
        throw new MasterKeyException("No client for the key management service of " + setting + " (" + uri
                + ") is on the class path; docs/operate.md says how to add Tink's client for it.");
    }

    @Override
    public String id() {
        return KeyIds.of("patchbay kms key id\0", uri.getBytes(UTF_8));
    }

    @Override
    public Aead aead() throws GeneralSecurityException {
        return client.getAead(uri);
    }

    private static KmsClient withCredentials(KmsClient client, String uri, String setting) {
        try {
            return client.withDefaultCredentials();
        } catch (GeneralSecurityException withoutThem) {
            throw new MasterKeyException("The key management service of " + setting + " (" + uri
                    + ") cannot be used: its client found no credentials in their usual places.");
        }
    }
}
