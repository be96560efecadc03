package io.patchbay.api.document;

/**
 * How large a selection is, with every fragment written out where it is spread. Counts stop growing at {@link #MANY}.
 *
 * @param depth selections within selections
 * @param nesting braces within braces, whatever they belong to
 * @param spreads of fragments; without fields they are nothing to answer, and still something to go through
 */
record Shape(long depth, long nesting, long fields, long aliases, long directives, long spreads) {

    static final Shape NONE = new Shape(0, 0, 0, 0, 0, 0);

    /** One spread of a fragment, without what is in it. */
    static final Shape SPREAD = new Shape(0, 0, 0, 0, 0, 1);

    /** More than any limit; sums of a few of them do not overflow. */
    static final long MANY = 1_000_000_000;

    /** Both beside one another. */
    Shape with(Shape other) {
        return new Shape(
                Math.max(depth, other.depth),
                Math.max(nesting, other.nesting),
                Math.min(MANY, fields + other.fields),
                Math.min(MANY, aliases + other.aliases),
                Math.min(MANY, directives + other.directives),
                Math.min(MANY, spreads + other.spreads));
    }

    /** One level further down. */
    Shape below() {
        return new Shape(Math.min(MANY, depth + 1), nesting, fields, aliases, directives, spreads);
    }

    /** In braces. */
    Shape nested() {
        return new Shape(depth, Math.min(MANY, nesting + 1), fields, aliases, directives, spreads);
    }
}
