package io.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdTests {

    @Test
    void isTakenFromOthersWhereNothingHasToBeEscaped() {
        assertThat(RequestId.parse("order-42_b.3")).contains(new RequestId("order-42_b.3"));
        assertThat(RequestId.parse("a".repeat(64))).isPresent();
    }

    @Test
    void isNotTakenWhereALogOrAHeaderCouldBeForged() {
        for (var wrong : new String[] {
            null,
            "",
            " ",
            "a b",
            "a\nINFO all is well",
            "a\r\nSet-Cookie: b",
            "-a",
            "\u00e4",
            "\u001b[2J",
            "\"",
            "a".repeat(65)
        }) {
            assertThat(RequestId.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void belongsToTheWorkOfItsThreadUntilThatEnds() {
        var outer = RequestId.random();
        var inner = RequestId.random();

        try (var _ = outer.open()) {
            try (var _ = inner.open()) {
                assertThat(RequestId.current()).isEqualTo(inner);
                assertThat(RequestId.currentOrOwn()).isEqualTo(inner);
            }
            assertThat(RequestId.current()).isEqualTo(outer).isNotEqualTo(inner);
        }
        assertThat(RequestId.current()).isNull();
        assertThat(RequestId.currentOrOwn()).isNotEqualTo(RequestId.currentOrOwn());
    }
}
