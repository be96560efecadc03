package io.patchbay.demoshop;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a person allowed an app.
 *
 * @param account the person's shop
 */
record Grant(String account, Set<Permission> permissions) {

    /** The shops that somebody who looks at the consent page may choose between. */
    static final List<String> ACCOUNTS = List.of("Corner Shop Berlin", "Corner Shop Lisbon");

    String scope() {
        return new TreeSet<>(permissions).stream().map(Permission::scope).collect(Collectors.joining(" "));
    }
}
