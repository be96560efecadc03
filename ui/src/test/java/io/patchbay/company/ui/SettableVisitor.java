package io.patchbay.company.ui;

import org.springframework.stereotype.Component;

/** A visitor who sits where the test says; at the machine at first. */
@Component
class SettableVisitor implements Visitor {

    private boolean atTheMachine = true;
    private boolean patient = true;

    @Override
    public boolean sitsAtTheMachine() {
        return atTheMachine;
    }

    @Override
    public boolean mayTryToRegister() {
        return patient;
    }

    void tryTooOften() {
        patient = false;
    }

    void goAway() {
        atTheMachine = false;
    }
}
