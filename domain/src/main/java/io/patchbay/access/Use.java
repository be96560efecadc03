package io.patchbay.access;

import java.time.Duration;
import java.time.Instant;

/**
 * One request that was sent to a system with the credentials of a connector or an instance. A request that was sent once more,
 * because its token had expired, is one use, and ends as the last attempt did.
 *
 * @param at when the answer began, or when it was clear that there is none
 * @param took from the first attempt until then; how long the answer itself took to arrive depends on who reads it
 */
public record Use(Instant at, Duration took, Ending ending) {

    /** What came of it. */
    public sealed interface Ending {}

    /** The system answered with this HTTP status. */
    public record Answered(int status) implements Ending {}

    /** There was no answer, or nothing that could be sent. */
    public record Failed(CheckReason reason) implements Ending {}
}
