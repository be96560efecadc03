package io.patchbay.credential;

/** What is set for one credential field. */
public sealed interface CredentialValue {

    /** A value that anybody in the company may see. */
    record Plain(String value) implements CredentialValue {}

    /** A value that nobody sees again; only where it is kept is known. */
    record Hidden(SecretId secret) implements CredentialValue {}
}
