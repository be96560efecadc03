package io.patchbay.connectivity;

/**
 * One header.
 *
 * @param confidential whether it is for the origin alone that the request was made for
 */
public record Header(String name, String value, boolean confidential) {

    /** A header that anybody may see. */
    public static Header open(String name, String value) {
        return new Header(name, value, false);
    }

    /** A header that holds a credential. */
    public static Header confidential(String name, String value) {
        return new Header(name, value, true);
    }

    @Override
    public String toString() {
        return "Header[" + name + "]";
    }
}
