package io.patchbay.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies whose word counts. */
final class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final Pattern HOST = Pattern.compile("(?:[\\w.-]+|\\[[\\p{XDigit}:.]+])(?::\\d{1,5})?");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?|wss?");

    private final List<IpAddressMatcher> matchers;

    TrustedProxies(List<IpAddressMatcher> matchers) {
        this.matchers = List.copyOf(matchers);
    }

    boolean trusted(String address) {
        return matchers.stream().anyMatch(matcher -> matches(matcher, address));
    }

    /**
     * The request with only that address in {@code X-Forwarded-For} which the outermost trusted proxy saw: all before it may
     * be made up. The rarer header {@code Forwarded} (RFC 7239) is not believed, because one chain can be checked and two may
     * disagree; nor is {@code X-Forwarded-Prefix}, which few proxies overwrite and which would move every address.
     */
    HttpServletRequest lastUntrusted(HttpServletRequest request) {
        var chain = Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        var client = chain.reversed().stream()
                .filter(address -> !trusted(address))
                .findFirst()
                .orElse(chain.isEmpty() ? null : chain.getFirst());
        return new ForClient(request, client);
    }

    /** Whether what proxies say of host and scheme can be part of an address. */
    static boolean plausible(HttpServletRequest request) {
        return allMatch(request, "X-Forwarded-Host", HOST) && allMatch(request, "X-Forwarded-Proto", SCHEME);
    }

    private static boolean allMatch(HttpServletRequest request, String header, Pattern form) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .allMatch(value -> form.matcher(value.strip()).matches());
    }

    private static boolean matches(IpAddressMatcher matcher, String address) {
        try {
            return matcher.matches(address);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static final class ForClient extends HttpServletRequestWrapper {

        private final @Nullable String client;

        ForClient(HttpServletRequest request, @Nullable String client) {
            super(request);
            this.client = client;
        }

        @Override
        public @Nullable String getHeader(String name) {
            if (isHidden(name)) {
                return null;
            }
            return name.equalsIgnoreCase(FORWARDED_FOR) ? client : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (isHidden(name)) {
                return Collections.emptyEnumeration();
            }
            return name.equalsIgnoreCase(FORWARDED_FOR) && client != null
                    ? Collections.enumeration(List.of(client))
                    : super.getHeaders(name);
        }

        private static boolean isHidden(String header) {
            return header.equalsIgnoreCase("Forwarded") || header.equalsIgnoreCase("X-Forwarded-Prefix");
        }
    }
}
