package io.patchbay.system;

import java.util.regex.Pattern;

/** A system's slug: lower-case words joined by hyphens, as in {@code adobe-commerce}; part of addresses, never changed. */
public record SystemId(String slug) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public SystemId {
        if (slug.length() > 60 || !FORM.matcher(slug).matches()) {
            throw new IllegalArgumentException("Not a slug");
        }
    }

    @Override
    public String toString() {
        return slug;
    }
}
