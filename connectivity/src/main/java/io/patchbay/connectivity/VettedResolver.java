package io.patchbay.connectivity;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a host and lets through only those that may be spoken to. The client connects to what this
 * answers and never asks again, so a name cannot lead elsewhere between the look and the step.
 */
final class VettedResolver implements DnsResolver {

    private final EgressSettings settings;
    private final HostLookup lookup;

    VettedResolver(EgressSettings settings, HostLookup lookup) {
        this.settings = settings;
        this.lookup = lookup;
    }

    /** One forbidden address forbids the host: nobody's honest system has both. */
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var addresses = lookup.addresses(host);
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        boolean privateAllowed = settings.allowsPrivate(host, port);
        if (!Stream.of(addresses).map(Reach::of).allMatch(reach -> mayBeSpokenTo(reach, privateAllowed))) {
            throw new ForbiddenAddress(host);
        }
        return Stream.of(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    private static boolean mayBeSpokenTo(Reach reach, boolean privateAllowed) {
        return switch (reach) {
            case PUBLIC -> true;
            case PRIVATE -> privateAllowed;
            case FORBIDDEN -> false;
        };
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, -1).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
