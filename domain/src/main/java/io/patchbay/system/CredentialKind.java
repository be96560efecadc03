package io.patchbay.system;

/** What a credential field holds; decides its control on a page and which values are possible at all. */
public enum CredentialKind {
    /** One line. */
    TEXT,
    /** Several lines, as keys and certificates have. */
    MULTILINE,
    /** An absolute http or https address. */
    URL,
    /** A host name or IP address, without scheme and path. */
    HOST,
    /** A whole number. */
    NUMBER,
    /** An e-mail address. */
    EMAIL,
    /** One of the field's options. */
    CHOICE
}
