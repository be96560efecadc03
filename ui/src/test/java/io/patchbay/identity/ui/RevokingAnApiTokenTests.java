package io.patchbay.identity.ui;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.patchbay.ui.PageTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevokingAnApiTokenTests extends PageTest {

    @Test
    void asksFirst() {
        var issued = done(world.apiAccess.create("Reports", null));

        open("tokens");
        pressRevoke();
        assertThat(world.apiAccess.authenticate(issued.secret())).isPresent();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(world.apiAccess.authenticate(issued.secret())).isEmpty();
        assertThat(page()).contains("Revoked").doesNotContain("Active");
    }

    @Test
    void isNotOfferedForATokenThatOpensNothingAnyMore() {
        done(world.apiAccess.create("Reports", world.clock.instant().plus(Duration.ofDays(1))));
        world.clock.goOn(Duration.ofDays(2));

        open("tokens");

        assertThat(page()).contains("Reports").contains("Expired");
        assertThat(find(Button.class).withAriaLabel("Revoke Reports").exists()).isFalse();
    }

    @Test
    void isHelpedByTheLastUse() {
        world.clock.set(Instant.parse("2026-11-22T12:00:00Z"));
        var used = done(world.apiAccess.create("Reports", null));
        world.apiAccess.authenticate(used.secret());
        done(world.apiAccess.create("Forgotten", null));

        open("tokens");

        assertThat(page()).contains("Last used Nov 22, 2026").contains("Not used yet");
    }

    @Test
    void startsFromAnEmptyPageThatSaysWhatToDo() {
        open("tokens");

        assertThat(page()).contains("No API token yet");
    }

    private void pressRevoke() {
        test(find(Button.class).withAriaLabel("Revoke Reports").single()).click();
    }
}
