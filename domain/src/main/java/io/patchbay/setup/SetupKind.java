package io.patchbay.setup;

/** What a wizard makes in the end. */
public enum SetupKind {
    CONNECTOR,
    INSTANCE
}
