package io.patchbay.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.access.ui.PagedTiles;
import io.patchbay.attention.Days;
import io.patchbay.attention.Expirations;
import io.patchbay.attention.Expiries;
import io.patchbay.attention.Expiring;
import io.patchbay.attention.ExpirySearch;
import io.patchbay.shared.Page;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.Moments;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What ends in the next 90 days, and what has ended: the soonest first, each with what to do about it. */
@PermitAll
@Route(value = Addresses.EXPIRY, layout = MainLayout.class)
class ExpiryView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    private final Expirations expirations;
    private final SubjectTexts texts;
    private final Clock clock;
    private final Div list = new Div();
    private @Nullable PagedTiles<Expiring> rows;

    ExpiryView(Expirations expirations, SubjectTexts texts, Clock clock, LiveStatus liveStatus) {
        this.expirations = expirations;
        this.texts = texts;
        this.clock = clock;
        var header = new PageHeader(getTranslation("attention.expiry.title"));
        getContent().add(header.explained(getTranslation("attention.expiry.lead", Expirations.DAYS_AHEAD)), list);
        liveStatus.follow(this, this::readAgain);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("attention.expiry.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showRows();
    }

    private void showRows() {
        var fresh = new PagedTiles<>(getTranslation("attention.expiry.title"), this::page, this::row).asRows();
        list.removeAll();
        list.add(
                fresh.isEmpty()
                        ? new EmptyState(
                                getTranslation("attention.expiry.nothing"),
                                getTranslation("attention.expiry.nothing.text", Expirations.DAYS_AHEAD))
                        : fresh);
        rows = fresh;
    }

    private void readAgain() {
        var shown = rows;
        if (shown == null) {
            return;
        }
        var wasEmpty = shown.isEmpty();
        shown.readAgain(Expiring::id, (row, expiring) -> ((ExpiringRow) row).show(expiring, clock.instant()));
        if (shown.isEmpty() != wasEmpty) {
            showRows();
        }
    }

    private Page<Expiring> page(@Nullable Expiring last, int size) {
        var from = last == null ? null : last.place();
        var before = Days.endOf(Expirations.DAYS_AHEAD, clock.instant(), Moments.zone());
        return expirations.page(ExpirySearch.before(before), new Page.Request(size, Expiries.ORDER, from, false));
    }

    private Component row(Expiring expiring) {
        return new ExpiringRow(expiring, texts, clock.instant());
    }
}
