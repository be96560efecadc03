package io.patchbay.history.ui;

/** What a part of a time was like. */
enum Portion {
    UP,
    DOWN,
    UNKNOWN
}
