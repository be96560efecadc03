package io.patchbay.connectivity;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostLookup {

    /** The operating system's own. */
    HostLookup SYSTEM = new SystemLookup();

    /** At least one address. */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
