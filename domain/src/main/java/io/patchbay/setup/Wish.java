package io.patchbay.setup;

import io.patchbay.credential.GivenCredential;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a connector or an instance needs, as somebody typed it. */
public record Wish(
        @Nullable String systemSlug,
        General.Typed general,
        TimeAndDate.Typed timeAndDate,
        @Nullable String authenticationMethod,
        List<GivenCredential> credentials) {

    public Wish {
        credentials = List.copyOf(credentials);
    }
}
