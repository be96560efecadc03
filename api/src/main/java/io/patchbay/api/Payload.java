package io.patchbay.api;

import io.patchbay.shared.Refusal;
import java.util.List;

/** What came of a mutation. */
public interface Payload {

    /** What was wrong; empty where it was done. */
    List<Refusal> userErrors();
}
