package io.patchbay.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.access.ui.PagedTiles;
import io.patchbay.attention.Attention;
import io.patchbay.attention.Concern;
import io.patchbay.attention.ConcernSearch;
import io.patchbay.attention.Concerns;
import io.patchbay.company.CompanyGroups;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Page;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.PageLink;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Everything that does not work as it should, the worst first, each with the one thing to do about it. */
@PermitAll
@Route(value = Addresses.ATTENTION, layout = MainLayout.class)
class AttentionView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    /** Fewer than that need no filters. */
    private static final int A_FEW = 5;

    private final Attention attention;
    private final SubjectTexts texts;
    private final Retesting retesting;
    private final ConcernFilters filters;
    private final Div list = new Div();
    private @Nullable PagedTiles<Concern> rows;

    AttentionView(
            Attention attention,
            SubjectTexts texts,
            Retesting retesting,
            SystemDefinitions systems,
            CompanyGroups groups,
            CurrentViewer currentViewer,
            LiveStatus liveStatus) {
        this.attention = attention;
        this.texts = texts;
        this.retesting = retesting;
        this.filters = new ConcernFilters(
                systems,
                groups,
                currentViewer.viewer().companyId(),
                address -> UI.getCurrent().navigate(AttentionView.class, address));
        var header = new PageHeader(getTranslation("attention.title"));
        filters.setVisible(false);
        // Where the last row is gone, the focus goes here.
        list.getElement().setAttribute("tabindex", "-1");
        list.addClassName("pb-focusable");
        getContent().add(header.explained(getTranslation("attention.lead")), filters, list);
        liveStatus.follow(this, this::readAgain);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("attention.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        showRows();
    }

    private void showRows() {
        var fresh = new PagedTiles<>(getTranslation("attention.title"), this::page, this::row).asRows();
        list.removeAll();
        list.add(fresh.isEmpty() ? nothing() : fresh);
        rows = fresh;
        showFilters();
    }

    private void readAgain() {
        var shown = rows;
        if (shown == null) {
            return;
        }
        var wasEmpty = shown.isEmpty();
        shown.readAgain(concern -> concern.access().id(), (row, concern) -> ((ConcernRow) row).show(concern));
        if (shown.isEmpty() != wasEmpty) {
            showRows();
        } else {
            showFilters();
        }
    }

    /** Stay once they are there, because somebody may be choosing. */
    private void showFilters() {
        if (!filters.isVisible()) {
            filters.setVisible(
                    isFiltered() || attention.count(ConcernSearch.ANY).value() > A_FEW);
        }
    }

    private boolean isFiltered() {
        return !filters.search().equals(ConcernSearch.ANY);
    }

    private Page<Concern> page(@Nullable Concern last, int size) {
        var from = last == null ? null : last.place();
        return attention.page(filters.search(), new Page.Request(size, Concerns.ORDER, from, false));
    }

    private Component row(Concern concern) {
        return new ConcernRow(concern, texts, this::test);
    }

    private void test(ConcernRow row) {
        retesting.test(row.concern(), getLocale());
        row.again();
        readAgain();
        // The row may be gone, and the button that was pressed with it.
        list.getElement()
                .executeJs("if (!document.activeElement || document.activeElement === document.body) this.focus()");
    }

    private Component nothing() {
        if (isFiltered()) {
            var text = new Paragraph(getTranslation("attention.nothing-found"));
            text.addClassName("pb-muted");
            return text;
        }
        return new EmptyState(
                getTranslation("attention.nothing"),
                getTranslation("attention.nothing.text"),
                PageLink.secondary(Addresses.CONNECTORS, getTranslation("attention.to-connectors")));
    }
}
