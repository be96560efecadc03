package io.patchbay.access.connectivity;

import io.patchbay.connectivity.ClientIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** Reads private keys and certificates as people paste them; empty where the text is none. */
final class Keys {

    /** Asked directly and never registered, so that the JVM's own providers stay the ones for everything else. */
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private Keys() {}

    /** PKCS#1, SEC 1 or PKCS#8 in PEM, encrypted or not. */
    static Optional<PrivateKey> privateKey(String pem, String passphrase) {
        try (var parser = new PEMParser(new StringReader(pem))) {
            var info = info(parser.readObject(), passphrase);
            return info == null ? Optional.empty() : Optional.of(new JcaPEMKeyConverter().getPrivateKey(info));
        } catch (IOException | OperatorCreationException | PKCSException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static @Nullable PrivateKeyInfo info(@Nullable Object parsed, String passphrase)
            throws IOException, OperatorCreationException, PKCSException {
        return switch (parsed) {
            case PEMKeyPair pair -> pair.getPrivateKeyInfo();
            case PrivateKeyInfo plain -> plain;
            case PEMEncryptedKeyPair pair ->
                pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                .setProvider(BOUNCY_CASTLE)
                                .build(passphrase.toCharArray()))
                        .getPrivateKeyInfo();
            case PKCS8EncryptedPrivateKeyInfo encrypted ->
                encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(BOUNCY_CASTLE)
                        .build(passphrase.toCharArray()));
            case null, default -> null;
        };
    }

    /** A chain in PEM with its key, or both in one PKCS#12 file written in base64. */
    static Optional<ClientIdentity> identity(String certificate, String key, String passphrase) {
        var identity = certificate.contains("-----BEGIN")
                ? privateKey(key, passphrase)
                        .flatMap(own -> chain(certificate).map(chain -> new ClientIdentity(own, chain)))
                : pkcs12(certificate, passphrase);
        return identity.filter(ClientIdentity::fits);
    }

    private static Optional<List<X509Certificate>> chain(String pem) {
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return certificates.isEmpty()
                    ? Optional.empty()
                    : Optional.of(certificates.stream()
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<ClientIdentity> pkcs12(String base64, String passphrase) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)), passphrase.toCharArray());
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, passphrase.toCharArray()) instanceof PrivateKey key) {
                    return Optional.of(new ClientIdentity(
                            key,
                            Stream.of(store.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList()));
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
