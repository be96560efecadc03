package io.patchbay.api.document;

import java.util.Map;

/**
 * What a selection costs: a number where its document settles it, otherwise a calculation with the variables of each request.
 * Grows no further than {@link Shape#MANY}.
 */
sealed interface Cost {

    Cost NOTHING = new Fixed(0);

    long with(Map<String, ?> variables);

    /** Both together. */
    default Cost plus(Cost other) {
        return this instanceof Fixed(var one) && other instanceof Fixed(var another)
                ? new Fixed(sum(one, another))
                : new Sum(this, other);
    }

    /** That often. */
    default Cost times(ListSize size) {
        return this instanceof Fixed(var one) && size instanceof ListSize.Fixed(var items)
                ? new Fixed(product(one, items))
                : new Product(this, size);
    }

    /** What is the same in every request. */
    record Fixed(long value) implements Cost {

        @Override
        public long with(Map<String, ?> variables) {
            return value;
        }
    }

    /** Two costs together, of which one depends on variables. */
    record Sum(Cost one, Cost another) implements Cost {

        @Override
        public long with(Map<String, ?> variables) {
            return sum(one.with(variables), another.with(variables));
        }
    }

    /** A cost for each item of a list. */
    record Product(Cost each, ListSize size) implements Cost {

        @Override
        public long with(Map<String, ?> variables) {
            return product(each.with(variables), size.with(variables));
        }
    }

    private static long sum(long one, long another) {
        return Math.min(Shape.MANY, one + another);
    }

    private static long product(long one, long another) {
        return Math.min(Shape.MANY, one * another);
    }
}
