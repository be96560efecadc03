package io.patchbay.connectivity;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Tells apart why an exchange failed. The exceptions themselves go no further: their messages quote addresses. */
final class Failures {

    private static final Pattern ALERT_ABOUT_US = Pattern.compile(
            "(?i).*received fatal alert: (bad_certificate|certificate_\\w+|unsupported_certificate|unknown_ca|access_denied).*");

    private Failures() {}

    /** That an answer is longer than anybody wants to hear. */
    static final class AnswerTooLarge extends IOException {}

    static EgressFailure of(Throwable failure) {
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return EgressFailure.TLS_EXPIRED;
        }
        if (has(failure, SSLPeerUnverifiedException.class)) {
            return EgressFailure.TLS_NAME;
        }
        if (has(failure, CertPathBuilderException.class)
                || has(failure, CertPathValidatorException.class)
                || has(failure, CertificateException.class)) {
            return EgressFailure.TLS_UNTRUSTED;
        }
        if (causes(failure).anyMatch(Failures::isAboutOurCertificate)) {
            return EgressFailure.TLS_OWN_CERTIFICATE;
        }
        // A handshake that is cut is an SSLException around the cut.
        return has(failure, SSLException.class) && !has(failure, SocketTimeoutException.class)
                ? EgressFailure.TLS
                : withoutTls(failure);
    }

    private static EgressFailure withoutTls(Throwable failure) {
        return switch (failure) {
            case ForbiddenAddress _ -> EgressFailure.ADDRESS_FORBIDDEN;
            case UnknownHostException _ -> EgressFailure.DNS;
            case SocketTimeoutException _ -> EgressFailure.TIMEOUT;
            case AnswerTooLarge _ -> EgressFailure.TOO_LARGE;
            case SocketException _ -> EgressFailure.REFUSED;
            case EOFException _ -> EgressFailure.REFUSED;
            case ConnectionClosedException _ -> EgressFailure.REFUSED;
            case NoHttpResponseException _ -> EgressFailure.REFUSED;
            default -> EgressFailure.UNREADABLE;
        };
    }

    private static boolean isAboutOurCertificate(Throwable failure) {
        return failure instanceof SSLException
                && failure.getMessage() != null
                && ALERT_ABOUT_US.matcher(failure.getMessage()).matches();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
