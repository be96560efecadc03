package io.patchbay.connectivity;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

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

    /** Whether the key is the certificate's. */
    public boolean fits() {
        try {
            var signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "EC" -> "SHA256withECDSA";
                        case "RSA" -> "SHA256withRSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(chain.getFirst().getSignature());
            var signed = signature.sign();
            signature.initVerify(chain.getFirst().getPublicKey());
            signature.update(chain.getFirst().getSignature());
            return signature.verify(signed);
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    /** What shows it to every server that asks, whatever authorities the server names, and tells that one has asked. */
    X509ExtendedKeyManager shown(Runnable whenAsked) {
        return new X509ExtendedKeyManager() {

            @Override
            public String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
                whenAsked.run();
                return "identity";
            }

            @Override
            public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
                return new String[] {"identity"};
            }

            @Override
            public X509Certificate[] getCertificateChain(String alias) {
                return chain.toArray(X509Certificate[]::new);
            }

            @Override
            public PrivateKey getPrivateKey(String alias) {
                return key;
            }

            @Override
            public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
                return null;
            }

            @Override
            public @Nullable String chooseServerAlias(
                    String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
                return null;
            }
        };
    }
}
