package io.patchbay.credential.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.patchbay.credential.SecretKeys.Owner;
import io.patchbay.identity.Viewer;
import io.patchbay.ui.PageTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaringForTheKeysTests extends PageTest {

    @Test
    void aRotationShowsHowFarItIs() {
        open("keys");
        press("Rotate the keys");
        assertThat(page()).contains("0 of 100 secrets done");

        world.keys.goOn(40);
        comeBack();
        assertThat(page()).contains("40 of 100 secrets done");

        world.keys.goOn(100);
        comeBack();
        assertThat(page()).contains("The last rotation is complete: 100 secrets are under the new key.");
    }

    @Test
    void aVerificationLeadsToWhatNeedsNewCredentials() {
        var connector = UUID.randomUUID();
        world.keys.lose(world.acme.id(), new Owner(Owner.Kind.CONNECTOR, connector, "Corner shop"));

        open("keys");
        press("Verify all secrets");

        assertThat(page()).contains("1 of 100 secrets cannot be read").contains("The key is missing");
        assertThat(find(Anchor.class).withText("Corner shop").single().getHref())
                .isEqualTo("connectors/" + connector);
    }

    @Test
    void otherCompaniesNeitherSeeThePageInTheNavigationNorWhatItTells() {
        open("keys");
        assertThat(navigation()).contains("Encryption keys");

        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));
        open("");
        open("keys");

        assertThat(page())
                .contains("Only people of the company that set this Patchbay up")
                .doesNotContain("Data key");
    }

    private void comeBack() {
        open("company");
        open("keys");
    }

    private String navigation() {
        return String.join(
                " ",
                find(SideNavItem.class).all().stream()
                        .map(SideNavItem::getLabel)
                        .toList());
    }
}
