package io.patchbay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, and follows no redirect unless asked. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\">");

    private final int port;
    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** A browser that comes from this address, through the proxy that stands on this machine. */
    Browser(int port, String address) {
        this.port = port;
        this.address = address;
    }

    HttpResponse<String> open(String page) {
        return send(request(page).header("Accept", "text/html").GET());
    }

    /** Fills in the login page; the answer is where it leads. */
    String logIn(String email, String password) {
        var page = open("/login");
        return submit("/login", Map.of("username", email, "password", password), page);
    }

    String logOut() {
        return submit("/logout", Map.of(), open("/login"));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-For", address);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Optional<String> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("patchbay"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private String submit(String path, Map<String, String> fields, HttpResponse<String> page) {
        var csrf = CSRF.matcher(page.body());
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(csrf.find() ? form + "&_csrf=" + csrf.group(1) : form));
        return send(request)
                .headers()
                .firstValue("Location")
                .map(URI::create)
                .map(Browser::place)
                .orElse("nowhere");
    }

    private static String place(URI address) {
        return address.getPath() + (address.getQuery() == null ? "" : "?" + address.getQuery());
    }
}
