package io.patchbay.live.api;

import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.PersonId;
import io.patchbay.identity.Viewer;
import io.patchbay.shared.CompanyId;
import java.util.List;

/** On whose account a connection is open. Each has limits of its own. */
sealed interface Holder {

    record Program(ApiTokenId token) implements Holder {}

    record Somebody(PersonId person) implements Holder {}

    /** All programs and people of one company together. */
    record Business(CompanyId company) implements Holder {}

    /** All that this node has. */
    record Everybody() implements Holder {}

    /** The one that asks. */
    static Holder of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Program(var token) -> new Program(token.id());
            case Viewer.SignedIn(var person) -> new Somebody(person.id());
        };
    }

    /** All on whose account it is when this viewer opens a connection, the nearest first. */
    static List<Holder> allOf(Viewer viewer) {
        return List.of(of(viewer), new Business(viewer.companyId()), new Everybody());
    }

    /** In a sentence for the client. */
    default String inWords() {
        return switch (this) {
            case Program program -> "API token";
            case Somebody somebody -> "person";
            case Business business -> "company";
            case Everybody everybody -> "node";
        };
    }
}
