package io.patchbay.system.marketplace;

import java.util.List;
import java.util.regex.Pattern;

/** Values that people type into addresses stay in their part of it: a secret must not reach somebody else's host. */
final class AddressParts {

    /** Values that would leave their part of an address. */
    private static final List<String> ESCAPES = List.of("", "a/b", "../a", "a@b", "a?b", "a#b", "a\\b", "a b", "a\nb");

    /** Values that are no clean beginning of addresses. */
    private static final List<String> NO_ADDRESSES = List.of(
            "", "https://", "https://a@b", "https://a?b", "https://a#b", "https://a\\b", "https://a b", "file:///a");

    private AddressParts() {}

    /**
     * Notes a pattern that lets a value out.
     *
     * @param whole whether the value is the beginning of the address, instead of a part of it
     */
    static void check(String path, Pattern pattern, boolean whole, Findings findings) {
        (whole ? NO_ADDRESSES : ESCAPES)
                .stream()
                        .filter(escape -> pattern.matcher(escape).matches())
                        .findFirst()
                        .ifPresent(escape -> findings.add(
                                path, "lets a value leave its part of the address, such as '" + escape + "'"));
    }
}
