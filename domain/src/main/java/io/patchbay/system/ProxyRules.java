package io.patchbay.system;

import java.util.List;

/**
 * What programs may send to a system through Patchbay.
 *
 * @param methods the HTTP methods, in the order in which they are named
 * @param hosts that belong to the system beside its base URL's: templates over the variables of the base URL
 */
public record ProxyRules(List<String> methods, List<String> hosts) {

    /** Every method that can be passed on. */
    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Everything, at the base URL's host alone. */
    public static final ProxyRules USUAL = new ProxyRules(METHODS, List.of());

    public ProxyRules {
        methods = List.copyOf(methods);
        hosts = List.copyOf(hosts);
    }
}
