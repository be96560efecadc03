package io.patchbay.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.patchbay.ui.PageTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LookingUpAWordTests extends PageTest {

    @Test
    void explainsEveryWord() {
        open("help/concepts");

        assertThat(page())
                .contains("Company group")
                .contains("at most one live and one test connector")
                .doesNotContain("!help.");
    }

    @Test
    void knowsBothMeaningsOfConnector() {
        open("help/concepts");

        assertThat(page())
                .contains("If you know connectors from services")
                .contains("If you know connectors from process flows")
                .contains("Installed system");
    }

    @Test
    void worksInGermanToo() {
        UI.getCurrent().setLocale(Locale.GERMAN);

        open("help/concepts");

        assertThat(page())
                .contains("Firmengruppe")
                .contains("Installiertes System")
                .doesNotContain("!help.");
    }
}
