package io.patchbay.setup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TestWorld;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.junit.jupiter.api.Test;

class StartingAnInstanceTests extends AccessPageTest {

    @Test
    void leadsIntoTheWizard() {
        TestWorld.done(world.installation.install("corner-shop"));

        open(Addresses.newInstance("corner-shop"));

        var draft = world.draftSetup.unfinished().getFirst();
        assertThat(draft.kind()).isEqualTo(SetupKind.INSTANCE);
        assertThat(address()).startsWith(Addresses.setup(draft.id().value()));
    }

    @Test
    void goesOnWithAnEmptyWizardInsteadOfLeavingOneMoreBehind() {
        TestWorld.done(world.installation.install("corner-shop"));

        open(Addresses.newInstance("corner-shop"));
        open(Addresses.newInstance("corner-shop"));

        assertThat(world.draftSetup.unfinished()).hasSize(1);
    }

    @Test
    void offersToInstallWhatIsNotInstalled() {
        open(Addresses.newInstance("ledger"));
        assertThat(words()).contains("Ledger is not installed");

        press("Install Ledger and go on");

        assertThat(world.draftSetup.unfinished()).hasSize(1);
        assertThat(address()).startsWith("setup/");
    }

    @Test
    void anUnknownSystemIsNotFound() {
        open(Addresses.newInstance("no-such-system"));

        assertThat(words()).contains("There is nothing at this address");
    }
}
