package io.patchbay.credential;

import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.Environment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Finds out until when a value is good, while it is at hand: later on it is a secret that nobody opens for that. */
final class CredentialEnds {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private CredentialEnds() {}

    /** Empty where nothing is known. */
    static Optional<CredentialEnd> of(CredentialField field, Environment environment, Secret value, Instant now) {
        return isCertificate(field)
                ? certificate(value.reveal())
                : Optional.ofNullable(field.lifetimes().get(environment))
                        .map(lifetime -> new CredentialEnd(
                                now.atZone(ZoneOffset.UTC)
                                        .plus(lifetime)
                                        .toInstant()
                                        .truncatedTo(ChronoUnit.SECONDS),
                                false));
    }

    private static boolean isCertificate(CredentialField field) {
        return field.destinations().stream().anyMatch(it -> it.place() == Place.CERTIFICATE);
    }

    /** Of the first certificate, which is the one's own; those that vouch for it follow. */
    private static Optional<CredentialEnd> certificate(String text) {
        var start = text.indexOf(CERTIFICATE);
        if (start < 0) {
            return Optional.empty();
        }
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(text.substring(start).getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new CredentialEnd(certificate.getNotAfter().toInstant(), true));
        } catch (CertificateException unreadable) {
            // The check says so, in words about the credential.
            return Optional.empty();
        }
    }
}
