package io.patchbay.shared;

/** What a form's field holds; decides its control. */
public enum FieldKind {
    /** One line of text. */
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
    CHOICE,
    /** One of the field's options, or else a text of one's own. */
    CHOICE_OR_TEXT,
    /** The id of one of the company's groups. */
    COMPANY_GROUP
}
