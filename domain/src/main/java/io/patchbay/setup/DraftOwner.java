package io.patchbay.setup;

import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.PersonId;
import io.patchbay.identity.Viewer;

/** Whose an unfinished wizard is: it belongs to who started it, and nobody else sees it. */
public sealed interface DraftOwner {

    /** Whoever is acting. */
    static DraftOwner of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.SignedIn(var person) -> new OfPerson(person.id());
            case Viewer.Program(var token) -> new OfToken(token.id());
        };
    }

    /** A person, who finds it on the pages and through the API. */
    record OfPerson(PersonId id) implements DraftOwner {}

    /** A program. Where its token is revoked, nobody goes on with it, and it goes when its time is over. */
    record OfToken(ApiTokenId id) implements DraftOwner {}
}
