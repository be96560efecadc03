package io.patchbay.shared;

/**
 * What a list goes by, and which way. Items that are equal by it go by their birth, the same way, so that each has its place.
 * A list says which of these it offers.
 */
public record Order(By by, boolean descending) {

    public static final Order NEWEST_FIRST = new Order(By.BIRTH, true);

    /** What items can be told apart by. */
    public enum By {
        /** When it was made, which is the order of ids. */
        BIRTH,
        /** Its name in lower case, by the numbers of its characters: the same on every machine, in no language's order. */
        NAME,
        /** When somebody last changed it. */
        CHANGE,
        /** Its status, in the order in which statuses are listed: trouble last. */
        STATUS,
        /** How much it needs attention, and since when. */
        URGENCY,
        /** When its time is over. */
        END
    }

    public static Order ascending(By by) {
        return new Order(by, false);
    }

    public static Order descending(By by) {
        return new Order(by, true);
    }
}
