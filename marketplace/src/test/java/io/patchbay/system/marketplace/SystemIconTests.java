package io.patchbay.system.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SystemIconTests {

    @Test
    void drawsTheBrandsIconOnItsColour() throws Exception {
        var path = SimpleIcons.onClassPath().path("shopify").orElseThrow();

        var icon = SystemIcon.draw("Shopify", "#7AB55C", Optional.of(path));

        assertThat(parse(icon).getElementsByTagName("path").getLength()).isEqualTo(1);
        assertThat(parse(icon).getElementsByTagName("text").getLength()).isZero();
        assertThat(icon).contains("fill=\"#7AB55C\"", path, "role=\"img\"");
    }

    @Test
    void drawsInitialsWhereThereIsNoIcon() throws Exception {
        assertThat(SimpleIcons.onClassPath().path("netsuite")).isEmpty();

        var icon = SystemIcon.draw("Oracle NetSuite", "#125740", Optional.empty());

        assertThat(parse(icon).getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("ON");
    }

    @ParameterizedTest
    @CsvSource({"Slack,S", "Adobe Commerce,AC", "3PL Central,3C", "a & b <c>,AB", "Amazon Selling Partner API,AS"})
    void initialsAreOneOrTwoLetters(String name, String initials) throws Exception {
        assertThat(SystemIcon.initials(name)).isEqualTo(initials);
        parse(SystemIcon.draw(name, "#000000", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"#000000,#ffffff", "#ffffff,#000000", "#ffe01b,#000000", "#125740,#ffffff", "#7ab55c,#000000"})
    void inkContrastsWithTheColour(String colour, String ink) {
        assertThat(SystemIcon.ink(colour)).isEqualTo(ink);
    }

    @Test
    void readsNothingBesideTheIcons() {
        assertThat(SimpleIcons.onClassPath().path("../package")).isEmpty();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
