package io.patchbay.identity;

/** What is stored in place of a password: the encoded form with its algorithm and salt. Prints nothing. */
public final class PasswordHash {

    private final String encoded;

    public PasswordHash(String encoded) {
        this.encoded = encoded;
    }

    public String encoded() {
        return encoded;
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
