package io.patchbay.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.StatusBadge;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.CheckHistory.Part;
import io.patchbay.history.CheckPeriod;
import io.patchbay.shared.Page;
import io.patchbay.ui.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every change of status, newest first, as far back as its reader wants. */
final class ChangeList extends Composite<Div> {

    private static final int AT_ONCE = 10;

    private final SystemAccess access;
    private final CheckHistory history;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(getTranslation("common.more"), click -> grow());
    private final UptimeWords words = new UptimeWords(this::getTranslation, getLocale());
    private final List<CheckPeriod> shown = new ArrayList<>();

    ChangeList(SystemAccess access, CheckHistory history) {
        this.access = access;
        this.history = history;
        list.addClassName("pb-changes");
        list.getElement().setAttribute("aria-label", getTranslation("history.changes"));
        more.addClassName("pb-more");
        getContent().add(list, more);
        grow();
    }

    /** Shows what has changed meanwhile; the button keeps the focus if it has it. */
    void readAgain() {
        var page = page(null, Math.min(Page.Request.MAX_SIZE, Math.max(AT_ONCE, shown.size())));
        if (!keys(page.items()).equals(keys(shown))) {
            list.removeAll();
            shown.clear();
            show(page);
        }
    }

    private void grow() {
        show(page(shown.isEmpty() ? null : shown.getLast().number(), AT_ONCE));
    }

    private void show(Page<CheckPeriod> page) {
        page.items().forEach(period -> {
            list.add(item(period, shown.isEmpty() ? null : shown.getLast()));
            shown.add(period);
        });
        more.setVisible(page.hasNext());
    }

    private Page<CheckPeriod> page(@Nullable Integer from, int size) {
        return history.pages(access.companyId(), Set.of(access.id()), new Part(size, from, false, true))
                .getOrDefault(access.id(), new Page<>(List.of(), false, false));
    }

    private ListItem item(CheckPeriod period, @Nullable CheckPeriod next) {
        var when = new Span(Moments.written(period.begunAt(), getLocale()));
        when.addClassName("pb-change-when");
        var item = new ListItem(when, what(period));
        if (next != null) {
            var took = Duration.between(period.begunAt(), next.begunAt());
            var lasted = new Span(getTranslation("history.change.for", words.duration(took)));
            lasted.addClassName("pb-quiet");
            item.add(lasted);
        }
        return item;
    }

    private Component what(CheckPeriod period) {
        var what = new Div(new StatusBadge(period.status()));
        what.addClassName("pb-change-what");
        var why = why(period);
        if (why != null) {
            what.add(new Span(why));
        }
        return what;
    }

    private @Nullable String why(CheckPeriod period) {
        if (period.status() == AccessStatus.NOT_CHECKED) {
            return getTranslation(period.number() == 1 ? "history.change.created" : "history.change.replaced");
        }
        return period.reason() == null
                ? null
                : getTranslation("history.reason." + period.reason().name());
    }

    /** What tells one change from another, whatever else of it goes on changing. */
    private static List<Integer> keys(List<CheckPeriod> periods) {
        return periods.stream().map(CheckPeriod::number).toList();
    }
}
