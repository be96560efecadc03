package io.patchbay.credential.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.patchbay.credential.KeyCare;
import io.patchbay.credential.SecretKeys;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.Moments;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.Refusals;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The keys that encrypt every secret: which there are, a rotation and how far it is, and whether everything can be read. */
@Route(value = Addresses.KEYS, layout = MainLayout.class)
@PermitAll
final class KeysView extends Div implements HasDynamicTitle {

    private static final int POLLING_MILLISECONDS = 1_000;

    private final KeyCare care;
    private final Refusals refusals = new Refusals();
    private final Paragraph dataKey = new Paragraph();
    private final Paragraph masterKey = new Paragraph();
    private final Paragraph progress = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button rotate =
            new Button(getTranslation("credential.keys.rotate"), VaadinIcon.REFRESH.create(), click -> rotate());
    private final Button verify =
            new Button(getTranslation("credential.keys.verify"), VaadinIcon.CHECK_CIRCLE.create(), click -> verify());
    private final Div verification = new Div();
    private @Nullable Registration polling;

    KeysView(KeyCare care) {
        this.care = care;
        rotate.addThemeVariants(ButtonVariant.PRIMARY);
        verify.setDisableOnClick(true);
        progress.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("credential.keys.progress"));
        verification.getElement().setAttribute("role", "status");
        add(
                new PageHeader(getTranslation("credential.keys.title"))
                        .explained(getTranslation("credential.keys.introduction")),
                refusals);
        show(care.state());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("credential.keys.title"));
    }

    private void show(Outcome<SecretKeys.State> outcome) {
        switch (outcome) {
            case Outcome.Done<SecretKeys.State>(var state) -> {
                if (rotate.getParent().isEmpty()) {
                    add(rotationPanel(), verificationPanel());
                }
                show(state);
            }
            case Outcome.Refused<SecretKeys.State> refused -> refusals.show(refused);
        }
    }

    private void show(SecretKeys.State state) {
        dataKey.setText(getTranslation(
                "credential.keys.data-key", state.dataKey(), Moments.written(state.dataKeyMadeAt(), getLocale())));
        masterKey.setText(getTranslation(
                state.masterKeyIsCurrent() ? "credential.keys.master-key" : "credential.keys.master-key.previous",
                state.masterKey()));
        var rotation = state.rotation();
        var underWay = rotation.filter(SecretKeys.Rotation::underWay).isPresent();
        rotate.setEnabled(!underWay);
        bar.setVisible(underWay);
        progress.setVisible(rotation.isPresent());
        rotation.ifPresent(this::show);
        poll(underWay);
    }

    private void show(SecretKeys.Rotation rotation) {
        bar.setValue(rotation.total() == 0 ? 1 : Math.min(1, (double) rotation.done() / rotation.total()));
        progress.setText(getTranslation(textOf(rotation), rotation.done(), rotation.total(), rotation.failed()));
    }

    private static String textOf(SecretKeys.Rotation rotation) {
        if (rotation.underWay()) {
            return rotation.done() < rotation.total()
                    ? "credential.keys.rotating"
                    : "credential.keys.rotating.settling";
        }
        return rotation.failed() == 0 ? "credential.keys.rotated" : "credential.keys.rotated.failed";
    }

    private Section rotationPanel() {
        var panel = panel("credential.keys.rotation", "credential.keys.rotation.text");
        panel.add(dataKey, masterKey, progress, bar, rotate);
        return panel;
    }

    private Section verificationPanel() {
        var panel = panel("credential.keys.verification", "credential.keys.verification.text");
        panel.add(verification, verify);
        return panel;
    }

    private Section panel(String title, String text) {
        var explanation = new Paragraph(getTranslation(text));
        explanation.addClassName("pb-muted");
        var panel = new Section(new H2(getTranslation(title)), explanation);
        panel.addClassName("pb-panel");
        return panel;
    }

    private void rotate() {
        refusals.clear();
        show(care.rotate());
    }

    private void verify() {
        refusals.clear();
        verification.removeAll();
        switch (care.verify()) {
            case Outcome.Done<SecretKeys.Verification>(var found) -> verification.add(new UnreadableSecrets(found));
            case Outcome.Refused<SecretKeys.Verification> refused -> refusals.show(refused);
        }
        verify.setEnabled(true);
    }

    /** Asks again while a rotation is under way; no node tells the others how far it is. */
    private void poll(boolean underWay) {
        if (underWay == (polling != null) || !isAttached()) {
            return;
        }
        var ui = getUI().orElseThrow();
        if (underWay) {
            ui.setPollInterval(POLLING_MILLISECONDS);
            polling = ui.addPollListener(poll -> show(care.state()));
        } else {
            stopPolling();
        }
    }

    private void stopPolling() {
        if (polling != null) {
            polling.remove();
            polling = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (care.allowed()) {
            show(care.state());
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopPolling();
    }
}
