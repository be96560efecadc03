package io.patchbay.company.ui;

import org.springframework.stereotype.Component;

/** A visitor who sits where the test says; at the machine at first. */
@Component
class SettableVisitor implements Visitor {

    private boolean atTheMachine = true;

    @Override
    public boolean sitsAtTheMachine() {
        return atTheMachine;
    }

    void goAway() {
        atTheMachine = false;
    }
}
