package io.patchbay.identity.ui;

import io.patchbay.identity.CurrentViewer;
import io.patchbay.ui.Account;
import org.springframework.stereotype.Component;

/** Tells the layout whose session it is. */
@Component
class ViewerAccount implements Account {

    private final CurrentViewer currentViewer;

    ViewerAccount(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    @Override
    public String name() {
        return currentViewer.viewer().name().value();
    }
}
