package io.patchbay.connectivity;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.jspecify.annotations.Nullable;

/** Makes the clients: they share how they resolve, whom they trust and what they do not do by themselves. */
final class HttpClients {

    private static final int MOST_CONNECTIONS = 500;

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
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        context(own), HostnameVerificationPolicy.CLIENT, new DefaultHostnameVerifier()))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(200)
                                .setMaxLineLength(32_768)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(5, TimeUnit.SECONDS)
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                // Who asks whether a system can be reached wants to go the way anew.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Patchbay")
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
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
