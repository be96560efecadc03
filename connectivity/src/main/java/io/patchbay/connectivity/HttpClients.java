package io.patchbay.connectivity;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Makes the clients: they share how they resolve, whom they trust and what they do not do by themselves. */
final class HttpClients {

    private static final int MOST_CONNECTIONS = 500;
    private static final int MOST_KEPT = 1_000;
    private static final int MOST_KEPT_FOR_ONE_HOST = 250;

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private final VettedResolver resolver;
    private final TrustManager @Nullable [] trusted;

    /** Null: whom the JVM trusts. */
    HttpClients(VettedResolver resolver, @Nullable TrustManager trusted) {
        this.resolver = resolver;
        this.trusted = trusted == null ? null : new TrustManager[] {trusted};
    }

    /** Without a certificate of our own. */
    CloseableHttpClient client() {
        return client(null);
    }

    CloseableHttpClient client(@Nullable KeyManager own) {
        var connections = connections(strategy(own))
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
        return builder(connections)
                // Who asks whether a system can be reached wants to go the way anew.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    /** Keeps connections for a while, each for the one whose token stands in the context. Answers come as they are. */
    CloseableHttpClient pooling() {
        var withoutCertificate = strategy(null);
        var connections = connections((socket, host, port, attachment, context) -> {
                    var own = ShownIdentity.of(context);
                    return (own == null ? withoutCertificate : strategy(own))
                            .upgrade(socket, host, port, attachment, context);
                })
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setIdleTimeout(Timeout.ofSeconds(30))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .setMaxConnTotal(MOST_KEPT)
                .setMaxConnPerRoute(MOST_KEPT_FOR_ONE_HOST)
                .build();
        return builder(connections)
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(10))
                        .build())
                .build();
    }

    private PoolingHttpClientConnectionManagerBuilder connections(TlsSocketStrategy tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(tls)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(200)
                                .setMaxLineLength(32_768)
                                .build())
                        .responseOutOfOrderStrategy(new EarlyAnswers())
                        .build());
    }

    private static HttpClientBuilder builder(HttpClientConnectionManager connections) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setUserAgent("Patchbay")
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling();
    }

    private TlsSocketStrategy strategy(@Nullable KeyManager own) {
        return new DefaultClientTlsStrategy(
                context(own), HostnameVerificationPolicy.CLIENT, new DefaultHostnameVerifier());
    }

    private SSLContext context(@Nullable KeyManager own) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : new KeyManager[] {own}, trusted, new SecureRandom());
            // A resumed session does not look at the certificate again.
            context.getClientSessionContext().setSessionTimeout(1);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This JVM cannot speak TLS", broken);
        }
    }
}
