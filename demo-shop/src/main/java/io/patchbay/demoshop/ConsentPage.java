package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** Asks a person whether an app may do what it wants to do, or says why it cannot even ask. */
final class ConsentPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final String question = FrontPage.read("consent-page.html");
    private final String trouble = FrontPage.read("consent-trouble.html");

    ServerResponse ask(String word, Wish wish) {
        return page(HttpStatus.OK, wish.redirectAddress())
                .body(question.replace("{{wish}}", word)
                        .replace("{{app}}", HtmlUtils.htmlEscape(wish.app()))
                        .replace("{{permissions}}", permissions(wish))
                        .replace("{{accounts}}", accounts())
                        .replace("{{back}}", HtmlUtils.htmlEscape(origin(wish.redirectAddress()))));
    }

    /** For the person alone: an app that is not known is never sent to. */
    ServerResponse cannotAsk(String why) {
        return page(HttpStatus.BAD_REQUEST, "").body(trouble.replace("{{why}}", HtmlUtils.htmlEscape(why)));
    }

    // Browsers ask the policy also where the answer to a form leads to, which is the app.
    private static ServerResponse.BodyBuilder page(HttpStatus status, String redirectAddress) {
        return ServerResponse.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "same-origin")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action 'self' " + (redirectAddress.isEmpty() ? "" : origin(redirectAddress)));
    }

    private static String permissions(Wish wish) {
        return new TreeSet<>(wish.permissions())
                .stream()
                        .map(it -> "<li><code>%s</code>: %s</li>".formatted(it.scope(), it.description()))
                        .collect(Collectors.joining("\n"));
    }

    private static String accounts() {
        return Grant.ACCOUNTS.stream()
                .map(account -> "<label><input type=\"radio\" name=\"account\" value=\"%s\"%s> %s</label>"
                        .formatted(account, account.equals(Grant.ACCOUNTS.getFirst()) ? " checked" : "", account))
                .collect(Collectors.joining("\n"));
    }

    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
