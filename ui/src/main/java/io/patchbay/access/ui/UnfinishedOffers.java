package io.patchbay.access.ui;

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
import io.patchbay.access.ui.UnfinishedSetups.UnfinishedSetup;
import io.patchbay.ui.Moments;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.SystemIcon;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Offers a person's unfinished wizards again: to go on, or to discard after a warning. Shows nothing where there are none. */
public final class UnfinishedOffers extends Composite<Section> {

    private static final int AT_FIRST = 5;

    private final Deque<UnfinishedSetup> hidden;
    private final Consumer<UUID> discard;
    private final UnorderedList offers = new UnorderedList();
    private final Button more = new Button(getTranslation("common.more"), click -> showAll());

    public UnfinishedOffers(List<UnfinishedSetup> unfinished, Consumer<UUID> discard) {
        this.hidden = new ArrayDeque<>(unfinished);
        this.discard = discard;
        var heading = new H2(getTranslation("access.unfinished.heading"));
        heading.setId("unfinished");
        offers.addClassName("pb-rows");
        getContent().getElement().setAttribute("aria-labelledby", "unfinished");
        getContent().addClassName("pb-section");
        getContent().add(heading, offers, more);
        show(AT_FIRST);
    }

    private void showAll() {
        var before = offers.getComponentCount();
        show(before + hidden.size());
        // The button is gone now, so whoever pressed it by keyboard goes on at the first new offer.
        offers.getComponentAt(before).getElement().executeJs("this.querySelector('a').focus()");
    }

    private void show(int number) {
        while (!hidden.isEmpty() && offers.getComponentCount() < number) {
            offers.add(offer(hidden.remove()));
        }
        more.setVisible(!hidden.isEmpty());
        getContent().setVisible(offers.getComponentCount() > 0);
    }

    private ListItem offer(UnfinishedSetup setup) {
        var title = new Span(setup.title());
        title.addClassName("pb-strong");
        var state = new Span(getTranslation(
                "access.unfinished.touched", setup.state(), Moments.written(setup.touchedAt(), getLocale())));
        state.addClassNames("pb-muted", "pb-small");
        var item = new ListItem(new SystemIcon(setup.system().slug()), new Div(title, state));
        item.add(actions(setup, item));
        return item;
    }

    private Component actions(UnfinishedSetup setup, ListItem item) {
        var goOn = PageLink.secondary(setup.address(), getTranslation("access.unfinished.continue"));
        goOn.setAriaLabel(getTranslation("access.unfinished.continue-named", setup.title()));
        var throwAway = new Button(getTranslation("access.unfinished.discard"), click -> askToDiscard(setup, item));
        throwAway.addThemeVariants(ButtonVariant.TERTIARY);
        throwAway.setAriaLabel(getTranslation("access.unfinished.discard-named", setup.title()));
        var actions = new Div(goOn, throwAway);
        actions.addClassName("pb-actions");
        return actions;
    }

    private void askToDiscard(UnfinishedSetup setup, ListItem item) {
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("access.unfinished.question", setup.title()));
        question.setText(getTranslation("access.unfinished.warning"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("access.unfinished.keep"));
        question.setConfirmText(getTranslation("access.unfinished.discard"));
        question.setConfirmButtonTheme("primary error");
        question.addConfirmListener(confirmed -> discard(setup, item));
        question.open();
    }

    private void discard(UnfinishedSetup setup, ListItem item) {
        discard.accept(setup.id());
        offers.remove(item);
        show(AT_FIRST);
        Notifications.done("access.unfinished.discarded", setup.title());
    }
}
