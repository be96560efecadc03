package io.patchbay.demoshop;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an app may be allowed to do (a scope, as OAuth calls it). */
enum Permission {
    READ_ORDERS("read_orders", "Read the orders, with what was bought and for how much"),
    READ_PRODUCTS("read_products", "Read the products, with prices and stock");

    private final String scope;
    private final String description;

    Permission(String scope, String description) {
        this.scope = scope;
        this.description = description;
    }

    String scope() {
        return scope;
    }

    String description() {
        return description;
    }

    /** All of them where none is named; empty where one is named that there is not. */
    static Optional<Set<Permission>> parse(String scopes) {
        if (scopes.isBlank()) {
            return Optional.of(Set.of(values()));
        }
        var wanted = new TreeSet<Permission>();
        for (var scope : scopes.strip().split(" +")) {
            var permission =
                    Arrays.stream(values()).filter(it -> it.scope.equals(scope)).findFirst();
            if (permission.isEmpty()) {
                return Optional.empty();
            }
            wanted.add(permission.get());
        }
        return Optional.of(wanted);
    }
}
