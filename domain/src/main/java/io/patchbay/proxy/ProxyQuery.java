package io.patchbay.proxy;

import java.util.Optional;
import java.util.regex.Pattern;

/** What follows the question mark; passed on byte for byte, or refused. */
final class ProxyQuery {

    /** RFC 3986's query, and the brackets that everybody writes though it has none. Possessive, or long ones would overflow the stack. */
    private static final Pattern FORM = Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/?\\[\\]]|%[0-9A-Fa-f]{2})*+");

    private ProxyQuery() {}

    /** Why a query is refused, as a sentence; empty where it is not. */
    static Optional<String> fault(String query) {
        return FORM.matcher(query).matches()
                ? Optional.empty()
                : Optional.of(
                        "A query holds letters, digits and -._~!$&'()*+,;=:@/?[], and everything else as % with two digits");
    }
}
