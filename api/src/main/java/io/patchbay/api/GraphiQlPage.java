package io.patchbay.api;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves GraphiQL, a page to try queries on, with everything it needs; nothing comes from another host. */
@Configuration(proxyBeanMethods = false)
class GraphiQlPage {

    /** Styles in elements are GraphiQL's own way; everything else comes from files of ours. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Not at the root of the classpath: Spring GraphQL has a page of the same name there that fetches from elsewhere.
    private static final ClassPathResource FILES = new ClassPathResource("io/patchbay/api/graphiql/");

    @Bean
    RouterFunction<ServerResponse> graphiQl() {
        return RouterFunctions.route()
                .GET("/graphiql", request -> page())
                .GET("/graphiql/examples", request -> examples())
                .add(RouterFunctions.resources(
                        "/graphiql/**",
                        FILES,
                        (file, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)))))
                .build();
    }

    private static ServerResponse examples() {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(GraphiQlExamples.all());
    }

    private static ServerResponse page() {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource(FILES.getPath() + "index.html"));
    }
}
