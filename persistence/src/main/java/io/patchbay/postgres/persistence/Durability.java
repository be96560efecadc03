package io.patchbay.postgres.persistence;

/** Whether a commit waits for the disk. */
enum Durability {
    /** An acknowledged write survives a power cut. */
    DURABLE("on"),
    /** Fast, for tests whose data nobody needs afterwards. */
    THROWAWAY("off");

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    /** PostgreSQL's word for it: {@code on} or {@code off}. */
    String setting() {
        return setting;
    }
}
