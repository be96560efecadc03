package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Says what the shop is, what opens it and how it behaves now, and holds the switches. */
final class FrontPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final String template = read("front-page.html");
    private final Misbehaviour misbehaviour;
    private final AccessTokens tokens;
    private final Grants grants;
    private final Sessions sessions;
    private final RedirectAddresses addresses;

    FrontPage(
            Misbehaviour misbehaviour,
            AccessTokens tokens,
            Grants grants,
            Sessions sessions,
            RedirectAddresses addresses) {
        this.misbehaviour = misbehaviour;
        this.tokens = tokens;
        this.grants = grants;
        this.sessions = sessions;
        this.addresses = addresses;
    }

    ServerResponse show(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none';"
                                + " frame-ancestors 'none'")
                .body(filledIn(request));
    }

    private String filledIn(ServerRequest request) {
        return template.replace("{{address}}", HtmlUtils.htmlEscape(address(request)))
                .replace("{{behaviour}}", misbehaviour.now().description())
                .replace("{{tokens}}", Integer.toString(tokens.count() + grants.count() + sessions.count()))
                .replace("{{reuse}}", grants.reuse().description())
                .replace("{{kinds}}", kinds())
                .replace("{{redirects}}", redirects(request))
                .replace("{{lifetime}}", Long.toString(AccessTokens.LIFETIME.toMinutes()))
                .replace("{{choices}}", choices());
    }

    private static String address(ServerRequest request) {
        return UriComponentsBuilder.fromUri(request.uri())
                .replacePath(request.requestPath().contextPath().value() + DemoShop.PATH)
                .replaceQuery(null)
                .toUriString();
    }

    private String choices() {
        return Arrays.stream(Behaviour.values()).map(this::choice).collect(Collectors.joining("\n"));
    }

    private String choice(Behaviour behaviour) {
        return "<label><input type=\"radio\" name=\"behaviour\" value=\"%s\"%s> %s</label>"
                .formatted(behaviour.key(), behaviour == misbehaviour.now() ? " checked" : "", behaviour.description());
    }

    private String kinds() {
        return Arrays.stream(RefreshReuse.values())
                .map(kind -> "<label><input type=\"radio\" name=\"reuse\" value=\"%s\"%s> %s</label>"
                        .formatted(kind.key(), kind == grants.reuse() ? " checked" : "", kind.description()))
                .collect(Collectors.joining("\n"));
    }

    private String redirects(ServerRequest request) {
        return addresses.at(request).stream()
                .map(address -> "<li><code>%s</code></li>".formatted(HtmlUtils.htmlEscape(address)))
                .collect(Collectors.joining("\n"));
    }

    static String read(String file) {
        try {
            return new ClassPathResource(file, FrontPage.class).getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
