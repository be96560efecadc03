package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.access.ui.UnfinishedSetups.UnfinishedSetup;
import io.patchbay.ui.PageLink;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Offers a person's unfinished wizards again: to go on, or to discard after a warning. Shows nothing where there are none. */
public final class UnfinishedOffers extends Composite<Section> {

    private final Consumer<UUID> discard;
    private final UnorderedList offers = new UnorderedList();

    public UnfinishedOffers(List<UnfinishedSetup> unfinished, Consumer<UUID> discard) {
        this.discard = discard;
        var heading = new H2(getTranslation("access.unfinished.heading"));
        heading.setId("unfinished");
        getContent().getElement().setAttribute("aria-labelledby", "unfinished");
        getContent().addClassNames("pb-section", "pb-unfinished");
        getContent().add(heading, offers);
        unfinished.forEach(setup -> offers.add(offer(setup)));
        getContent().setVisible(!unfinished.isEmpty());
    }

    private ListItem offer(UnfinishedSetup setup) {
        var title = setup.name() == null ? getTranslation("access.unfinished.unnamed") : setup.name();
        var name = new Span(title);
        name.addClassName("pb-name");
        var touched = new Span(getTranslation(
                "access.unfinished.touched", setup.system(), Moments.written(setup.touchedAt(), getLocale())));
        touched.addClassNames("pb-muted", "pb-small");
        var words = new Span(name, touched);
        words.addClassName("pb-words");
        var goOn = PageLink.secondary(setup.address(), getTranslation("access.unfinished.continue"));
        goOn.setAriaLabel(getTranslation("access.unfinished.continue-named", title));
        var throwAway = new Button(getTranslation("access.unfinished.discard"));
        throwAway.addThemeVariants(ButtonVariant.TERTIARY);
        throwAway.setAriaLabel(getTranslation("access.unfinished.discard-named", title));
        var item = new ListItem(words, goOn, throwAway);
        throwAway.addClickListener(click -> confirm(title, setup.id(), item));
        return item;
    }

    private void confirm(String title, UUID id, ListItem item) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("access.unfinished.discard-named", title));
        dialog.setText(getTranslation("access.unfinished.warning"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("access.unfinished.keep"));
        dialog.setConfirmText(getTranslation("access.unfinished.discard"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirmed -> {
            discard.accept(id);
            offers.remove(item);
            getContent().setVisible(offers.getComponentCount() > 0);
        });
        dialog.open();
    }
}
