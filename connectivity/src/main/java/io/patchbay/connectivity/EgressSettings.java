package io.patchbay.connectivity;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the owner of this Patchbay lets it speak to beyond the public internet (decision 0011).
 *
 * @param privateNetworks whether private and loopback addresses are spoken to
 * @param allowedHosts hosts, or hosts with a port ({@code erp.intern:8443}), that may have such addresses all the same
 */
public record EgressSettings(boolean privateNetworks, Set<String> allowedHosts) {

    /** Nothing but the public internet. */
    public static final EgressSettings PUBLIC_ONLY = new EgressSettings(false, Set.of());

    public EgressSettings {
        allowedHosts = normal(allowedHosts);
    }

    boolean allowsPrivate(String host, int port) {
        var name = normal(host);
        var bracketed = name.contains(":") ? "[" + name + "]" : name;
        return privateNetworks
                || allowedHosts.contains(name)
                || allowedHosts.contains(bracketed)
                || allowedHosts.contains(bracketed + ":" + port);
    }

    private static Set<String> normal(Collection<String> hosts) {
        return hosts.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String normal(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        var rooted = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return rooted.toLowerCase(Locale.ROOT);
    }
}
