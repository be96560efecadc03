package io.patchbay.connectivity;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A certificate with its private key, to show in the TLS handshake. Prints nothing. */
public final class ClientIdentity {

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /** The owner's certificate first. */
    public ClientIdentity(PrivateKey key, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("An identity has a certificate");
        }
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    KeyManager[] keyManagers() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("identity", key, new char[0], chain.toArray(X509Certificate[]::new));
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | java.io.IOException unusable) {
            throw new IllegalStateException("The key and its certificate cannot be kept together");
        }
    }
}
