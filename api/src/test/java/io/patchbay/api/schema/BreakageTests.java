package io.patchbay.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakageTests {

    private static final String BEFORE = """
            type Query { shop(id: ID!): Shop  shops(first: Int): [Shop!]! }
            type Shop { id: ID! name: String! kind: Kind! }
            enum Kind { BIG SMALL }
            input ShopInput { name: String! note: String }
            type Mutation { open(input: ShopInput!): Shop }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: String!                  |                                | Shop.name
            name: String!                  | name: String                   | Shop.name
            BIG SMALL                      | BIG                            | Kind.SMALL
            note: String                   | note: String!                  | ShopInput.note
            note: String                   | note: String more: Int!        | ShopInput.more
            shops(first: Int): [Shop!]!    |                                | Query.shops
            """)
    void findsWhatClientsMayHaveReliedOn(String old, String now, String name) {
        assertThat(Breakage.between(BEFORE, BEFORE.replace(old, now == null ? "" : now)))
                .extracting(Breakage::name)
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: Kind!    | kind: Kind! since: Int
            BIG SMALL      | BIG SMALL TINY
            note: String   | note: String more: Int
            first: Int     | first: Int, after: String
            """)
    void growingBreaksNothing(String old, String now) {
        assertThat(Breakage.between(BEFORE, BEFORE.replace(old, now))).isEmpty();
    }

    @Test
    void isListedWhereTheUnreleasedChangesNameIt() {
        var breakage = new Breakage("Shop.name", "gone");

        assertThat(breakage.isNamedIn("# Changelog\n## Unreleased\n- API: `Shop.name` is gone.\n## 1.0\n"))
                .isTrue();
        assertThat(breakage.isNamedIn("# Changelog\n## Unreleased\n- Shops.\n## 1.0\n- API: `Shop.name` is gone.\n"))
                .isFalse();
    }
}
