package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalIdTests {

    private static final UUID SOME = UUID.fromString("019aa8a0-1111-7222-8333-444455556666");
    private static final UUID NOBODY = new UUID(0, 0);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void readsWhatItWrote(NodeType type) {
        assertThat(GlobalId.parse(GlobalId.of(type, SOME))).contains(new GlobalId(type, SOME.toString()));
        assertThat(GlobalId.uuid(type, GlobalId.of(type, SOME))).isEqualTo(SOME);
    }

    @Test
    void readsASystemsSlug() {
        assertThat(GlobalId.parse(GlobalId.of(NodeType.SYSTEM, "adobe-commerce")))
                .contains(new GlobalId(NodeType.SYSTEM, "adobe-commerce"));
    }

    @Test
    void takesAnIdOfAnotherTypeForAnUnknownOne() {
        assertThat(GlobalId.uuid(NodeType.INSTANCE, GlobalId.of(NodeType.CONNECTOR, SOME)))
                .isEqualTo(NOBODY);
        assertThat(GlobalId.uuid(NodeType.INSTANCE, GlobalId.of(NodeType.SYSTEM, "shopify")))
                .isEqualTo(NOBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "AQ",
                "Aw",
                "BAGaqKA",
                "é",
                "\0",
                "%",
                "019aa8a0-1111-7222-8333-444455556666",
                "zzzzzzzzzzzzzzzzzzzzzzz",
                "AA",
                "____"
            })
    void findsNoIdInOtherTexts(String text) {
        assertThat(GlobalId.parse(text)).isEmpty();
    }

    @Test
    void readsOnlyTheOneCanonicalForm() {
        var id = GlobalId.of(NodeType.CONNECTOR, SOME);

        assertThat(GlobalId.parse(id + "=")).isEmpty();
        assertThat(GlobalId.parse(" " + id)).isEmpty();
        assertThat(GlobalId.parse(id + "AA")).isEmpty();
        // The last letter carries unused bits: a lenient reader would take all of its neighbours for the same id.
        assertThat(GlobalId.parse(id.substring(0, id.length() - 1) + (char) (id.charAt(id.length() - 1) + 1)))
                .isEmpty();
    }
}
