package io.patchbay.connectivity;

/** What came of a request. */
public sealed interface Exchange {

    /** There was an answer, whatever its status. */
    record Answered(Answer answer) implements Exchange {}

    /** There was none. */
    record Failed(EgressFailure failure) implements Exchange {}
}
