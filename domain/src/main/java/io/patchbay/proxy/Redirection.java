package io.patchbay.proxy;

import io.patchbay.proxy.Forwarder.Forwarded.Answering;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer sends on to, as the program is told: below the base URL at Patchbay, anything else as a whole address of
 * the system's, because a relative one would lead to Patchbay. What credentials it holds are cut out.
 */
final class Redirection {

    private static final Pattern ABOVE_THE_ROOT = Pattern.compile("^(?:/\\.\\.)++(?=/|$)");
    private static final Pattern USUAL_PORT = Pattern.compile("^(http(?=://.*:80$|s://.*:443$).*):\\d+$");

    private final Answering answer;
    private final String address;

    /** @param address where the program finds the connector or instance at Patchbay */
    Redirection(Answering answer, String address) {
        this.answer = answer;
        this.address = address;
    }

    /** Empty where it cannot be read, or cannot be told without a secret. */
    Optional<String> rewritten(String location) {
        return resolved(location)
                .map(target -> isBelowBase(target) ? below(target) : target.toString())
                .map(this::withoutSecrets)
                .filter(text -> !answer.secrets().areIn(text));
    }

    private Optional<URI> resolved(String location) {
        try {
            return Optional.of(resolved(URI.create(location)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** By RFC 3986, which Java's own way is older than where there is no path, or too many parts that climb. */
    private URI resolved(URI reference) {
        if (!reference.isAbsolute()
                && reference.getRawAuthority() == null
                && rawPath(reference).isEmpty()) {
            var query = reference.getRawQuery() == null ? answer.address().getRawQuery() : reference.getRawQuery();
            return with(answer.address(), rawPath(answer.address()), query, reference.getRawFragment());
        }
        var target = answer.address().resolve(reference);
        return target.getRawAuthority() == null
                ? target
                : with(
                        target,
                        ABOVE_THE_ROOT.matcher(rawPath(target)).replaceFirst(""),
                        target.getRawQuery(),
                        target.getRawFragment());
    }

    private static URI with(URI address, String path, @Nullable String query, @Nullable String fragment) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + rest("?", query)
                + rest("#", fragment));
    }

    private static String rest(String mark, @Nullable String text) {
        return text == null ? "" : mark + text;
    }

    private boolean isBelowBase(URI target) {
        var path = rawPath(target);
        var base = basePath();
        return sameOrigin(target)
                && (path.equals(base) || path.startsWith(base + "/"))
                && ProxyPath.fault(rest(path)).isEmpty();
    }

    private String below(URI target) {
        return address + rest(rawPath(target)) + rest("?", target.getRawQuery()) + rest("#", target.getRawFragment());
    }

    private String rest(String path) {
        return path.substring(basePath().length());
    }

    private String basePath() {
        var path = rawPath(answer.base());
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String rawPath(URI address) {
        return address.getRawPath() == null ? "" : address.getRawPath();
    }

    private boolean sameOrigin(URI target) {
        return origin(target).equals(origin(answer.base()));
    }

    /** Without a port that goes without saying. */
    private static String origin(URI address) {
        var origin = lower(address.getScheme()) + "://" + lower(address.getRawAuthority());
        return USUAL_PORT.matcher(origin).replaceFirst("$1");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Vendors hand the whole query on, with the key in it. */
    private String withoutSecrets(String text) {
        var question = text.indexOf('?');
        if (question < 0 || !answer.secrets().areIn(text)) {
            return text;
        }
        var hash = text.indexOf('#', question);
        var fragment = hash < 0 ? "" : text.substring(hash);
        var query = hash < 0 ? text.substring(question + 1) : text.substring(question + 1, hash);
        var kept = Arrays.stream(query.split("&"))
                .filter(part -> !answer.secrets().areIn(part))
                .collect(Collectors.joining("&"));
        return text.substring(0, question) + (kept.isEmpty() ? "" : "?" + kept) + fragment;
    }
}
