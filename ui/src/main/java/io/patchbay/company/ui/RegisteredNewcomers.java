package io.patchbay.company.ui;

import io.patchbay.company.Registration;
import io.patchbay.identity.ui.Newcomers;
import org.springframework.stereotype.Component;

/** Tells the login page what registration allows; logging in comes before companies and must not know them. */
@Component
class RegisteredNewcomers implements Newcomers {

    private final Registration registration;

    RegisteredNewcomers(Registration registration) {
        this.registration = registration;
    }

    @Override
    public boolean setUpPatchbay() {
        return registration.state() == Registration.State.FIRST;
    }

    @Override
    public boolean welcome() {
        return registration.state() == Registration.State.OPEN;
    }
}
