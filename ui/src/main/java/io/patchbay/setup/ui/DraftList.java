package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftSetup;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.Moments;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.SystemIcon;
import java.util.Locale;

/** The viewer's unfinished wizards: each can be continued or, after a warning, discarded. Invisible where there are none. */
public final class DraftList extends Composite<Section> {

    private final DraftSetup setup;
    private final SystemDefinitions systems;
    private final UnorderedList rows = new UnorderedList();

    public DraftList(DraftSetup setup, SystemDefinitions systems) {
        this.setup = setup;
        this.systems = systems;
        var heading = new H2(getTranslation("draft.title"));
        heading.setId("drafts");
        rows.addClassName("pb-rows");
        getContent().addClassName("pb-section");
        getContent().getElement().setAttribute("aria-labelledby", "drafts");
        getContent().add(heading, rows);
        show();
    }

    private void show() {
        rows.removeAll();
        setup.unfinished().forEach(draft -> rows.add(row(draft)));
        getContent().setVisible(rows.getComponentCount() > 0);
    }

    private ListItem row(Draft draft) {
        var title = title(draft);
        var name = new Span(title);
        name.addClassName("pb-strong");
        var state = new Span(getTranslation(
                "draft.state." + draft.kind().name(),
                getTranslation("draft.step." + draft.nextStep().name()),
                Moments.written(draft.touchedAt(), getLocale())));
        state.addClassNames("pb-muted", "pb-small");
        return new ListItem(new SystemIcon(draft.system().slug()), new Div(name, state), actions(draft, title));
    }

    private Component actions(Draft draft, String title) {
        var step = draft.nextStep().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var resume =
                PageLink.secondary(Addresses.setup(draft.id().value()) + "/" + step, getTranslation("draft.continue"));
        resume.setAriaLabel(getTranslation("draft.continue-named", title));
        var discard = new Button(getTranslation("draft.discard"), click -> askToDiscard(draft, title));
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        discard.setAriaLabel(getTranslation("draft.discard-named", title));
        var actions = new Div(resume, discard);
        actions.addClassName("pb-actions");
        return actions;
    }

    private void askToDiscard(Draft draft, String title) {
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("draft.discard-question", title));
        question.setText(getTranslation("draft.discard-warning"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("draft.keep"));
        question.setConfirmText(getTranslation("draft.discard"));
        question.setConfirmButtonTheme("primary error");
        question.addConfirmListener(confirmed -> {
            setup.discard(draft.id());
            show();
            Notifications.done("draft.discarded", title);
        });
        question.open();
    }

    private String title(Draft draft) {
        var slug = draft.system().slug();
        var system = systems.find(slug).map(SystemDefinition::name).orElse(slug);
        return draft.general() == null
                ? getTranslation("draft.unnamed", system)
                : draft.general().name().value();
    }
}
