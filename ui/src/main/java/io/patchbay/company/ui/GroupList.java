package io.patchbay.company.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroups;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Page;
import io.patchbay.ui.Moments;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The groups of the viewer's company, newest first; it grows as far as its reader wants. */
final class GroupList extends Composite<Div> {

    private static final int AT_ONCE = 24;

    private final CompanyGroups groups;
    private final CurrentViewer currentViewer;
    private final Consumer<CompanyGroup> rename;
    private final Consumer<CompanyGroup> remove;
    private final UnorderedList rows = new UnorderedList();
    private final Paragraph nothing = new Paragraph(getTranslation("company.group.none-found"));
    private final Button more = new Button(getTranslation("common.more"), click -> grow());
    private @Nullable String search;
    private @Nullable UUID last;

    GroupList(
            CompanyGroups groups,
            CurrentViewer currentViewer,
            Consumer<CompanyGroup> rename,
            Consumer<CompanyGroup> remove) {
        this.groups = groups;
        this.currentViewer = currentViewer;
        this.rename = rename;
        this.remove = remove;
        rows.addClassName("pb-rows");
        nothing.getElement().setAttribute("role", "status");
        getContent().add(rows, nothing, more);
        show(null);
    }

    /** Starts anew, with the groups that have this in their name; null: all. */
    void show(@Nullable String search) {
        this.search = search == null || search.isBlank() ? null : search.strip();
        again();
    }

    /** Starts anew, because groups have changed. */
    void again() {
        rows.removeAll();
        last = null;
        fetch();
    }

    private void grow() {
        var before = rows.getComponentCount();
        fetch();
        // The button may be gone now, so whoever pressed it by keyboard goes on at the first new row.
        if (rows.getComponentCount() > before) {
            rows.getComponentAt(before).getElement().executeJs("this.querySelector('vaadin-button').focus()");
        }
    }

    private void fetch() {
        var company = currentViewer.viewer().companyId();
        var page = groups.page(company, search, new Page.Request(AT_ONCE, last, false));
        page.items().forEach(group -> rows.add(row(group)));
        last = page.items().isEmpty() ? last : page.items().getLast().id().value();
        more.setVisible(page.hasNext());
        nothing.setVisible(rows.getComponentCount() == 0);
    }

    private ListItem row(CompanyGroup group) {
        var name = new Span(group.name().value());
        name.addClassName("pb-strong");
        var created = new Span(getTranslation("company.group.created", Moments.day(group.createdAt(), getLocale())));
        created.addClassNames("pb-muted", "pb-small");
        var actions =
                new Div(action("company.group.rename", group, rename), action("company.group.remove", group, remove));
        actions.addClassName("pb-actions");
        return new ListItem(new Div(name, created), actions);
    }

    private Component action(String key, CompanyGroup group, Consumer<CompanyGroup> action) {
        var button = new Button(getTranslation(key), click -> action.accept(group));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key + "-named", group.name().value()));
        return button;
    }
}
