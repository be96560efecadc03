package io.patchbay.live.api;

import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.PersonId;
import io.patchbay.identity.Viewer;

/** For whom a connection is open: limits are per API token and per person. */
sealed interface Holder {

    record Program(ApiTokenId token) implements Holder {}

    record Somebody(PersonId person) implements Holder {}

    static Holder of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Program(var token) -> new Program(token.id());
            case Viewer.SignedIn(var person) -> new Somebody(person.id());
        };
    }

    /** In a sentence for the client. */
    default String inWords() {
        return switch (this) {
            case Program program -> "API token";
            case Somebody somebody -> "person";
        };
    }
}
