package io.patchbay.demoshop;

import java.util.Set;

/**
 * Who was let in.
 *
 * @param method the way in, as the shop's definition calls it
 * @param environment what the credentials are for: {@code demo}, or {@code sandbox} for the one key that is no live one
 */
record Visitor(String method, String account, String environment, Set<Permission> permissions) {

    /** Somebody who may do everything. */
    static Visitor by(String method) {
        return new Visitor(method, "Demo Shop", "demo", Set.of(Permission.values()));
    }

    static Visitor by(String method, Grant grant) {
        return new Visitor(method, grant.account(), "demo", grant.permissions());
    }

    Visitor inSandbox() {
        return new Visitor(method, account, "sandbox", permissions);
    }

    Visitor withoutPermissions() {
        return new Visitor(method, account, environment, Set.of());
    }
}
