package io.patchbay.access.ui;

import io.patchbay.credential.GivenCredential;
import io.patchbay.shared.Outcome;
import java.util.List;
import java.util.Optional;

/** What the pages of one connector or one instance may do with it; their features say how. */
public interface AccessOperations {

    /** As it is now; empty where somebody removed it. */
    Optional<AccessState> current();

    Outcome<AccessState> change(int version, TypedSettings settings);

    Outcome<AccessState> replaceCredentials(int version, String method, List<GivenCredential> credentials);

    Outcome<AccessState> remove(int version);
}
