package io.patchbay.connectivity;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of our own, and what it issues. */
public final class TestCertificates {

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair keys) {

        public String certificatePem() {
            return pem(certificate);
        }

        public String keyPem() {
            return pem(keys.getPrivate());
        }

        public KeyManager[] keyManagers() throws Exception {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store("secret"), "secret".toCharArray());
            return factory.getKeyManagers();
        }

        public KeyStore store(String password) throws Exception {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", keys.getPrivate(), password.toCharArray(), new X509Certificate[] {certificate});
            return store;
        }
    }

    private final KeyPair keys = keyPair();
    private final X509Certificate root;

    public TestCertificates(String name) throws Exception {
        this.root = certificate(name, keys, name, keys, Duration.ofDays(1), true, null);
    }

    public Issued forHost(String host) throws Exception {
        return issue(host, Duration.ofDays(1));
    }

    public Issued expiredForHost(String host) throws Exception {
        return issue(host, Duration.ofHours(-1));
    }

    /** What trusts this authority alone. */
    public TrustManager trust() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", root);
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers()[0];
    }

    /** A server's TLS with that certificate, which trusts clients of this authority. */
    public SSLContext serverContext(Issued issued) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(issued.keyManagers(), new TrustManager[] {trust()}, new SecureRandom());
        return context;
    }

    public static KeyPair keyPair() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    public static String pem(Object thing) {
        try {
            var text = new StringWriter();
            try (var writer = new JcaPEMWriter(text)) {
                writer.writeObject(thing);
            }
            return text.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Issued issue(String host, Duration until) throws Exception {
        var own = keyPair();
        return new Issued(
                certificate(
                        host,
                        own,
                        root.getSubjectX500Principal().getName().substring(3),
                        keys,
                        until,
                        false,
                        new GeneralName(GeneralName.dNSName, host)),
                own);
    }

    private static X509Certificate certificate(
            String subject,
            KeyPair own,
            String issuer,
            KeyPair signing,
            Duration until,
            boolean authority,
            GeneralName name)
            throws Exception {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                new BigInteger(64, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(2))),
                Date.from(now.plus(until)),
                new X500Name("CN=" + subject),
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (name != null) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signing.getPrivate())));
    }
}
