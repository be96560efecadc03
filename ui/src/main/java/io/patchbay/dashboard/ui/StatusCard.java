package io.patchbay.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.ui.Labels;
import io.patchbay.shared.Count;
import io.patchbay.ui.Counts;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many connectors or instances there are, in all and by status. */
final class StatusCard extends Composite<Section> {

    private final String kind;
    private final String address;
    private final String addAddress;
    private final Span total = new Span();
    private final Div figures = new Div();
    private final Div link = new Div();
    private SortedMap<AccessStatus, Count> counts = new TreeMap<>();

    /** The kind is a segment of the texts' keys. */
    StatusCard(String kind, Map<AccessStatus, Count> counts, String address, String addAddress) {
        this.kind = kind;
        this.address = address;
        this.addAddress = addAddress;
        var heading = new H2(getTranslation("dashboard." + kind + ".title"));
        heading.setId("dashboard-" + kind);
        total.addClassName("pb-figure");
        var head = new Div(heading, total);
        head.addClassName("pb-figure-head");
        getContent().addClassNames("pb-panel", "pb-figures");
        getContent().getElement().setAttribute("aria-labelledby", "dashboard-" + kind);
        figures.addClassName("pb-figure-body");
        link.addClassName("pb-figure-link");
        getContent().add(head, figures, link);
        show(counts);
        showLink();
    }

    /** Shows other counts; the link is left alone where it leads to the same, because somebody may have it in focus. */
    void showAgain(Map<AccessStatus, Count> now) {
        if (counts.equals(now)) {
            return;
        }
        var wasEmpty = counts.isEmpty();
        show(now);
        if (wasEmpty != counts.isEmpty()) {
            showLink();
        }
    }

    private void show(Map<AccessStatus, Count> now) {
        counts = new TreeMap<>(now);
        total.setText(Counts.written(total(counts), getLocale()));
        figures.removeAll();
        if (counts.isEmpty()) {
            figures.add(new Paragraph(getTranslation("dashboard." + kind + ".none")));
        } else {
            figures.add(bar(), list());
        }
    }

    private void showLink() {
        link.removeAll();
        link.add(
                counts.isEmpty()
                        ? new Anchor(addAddress, getTranslation("dashboard." + kind + ".add"))
                        : new Anchor(address, getTranslation("dashboard." + kind + ".all")));
    }

    /** All of them together; as imprecise as the least precise of them. */
    static Count total(Map<AccessStatus, Count> counts) {
        var sum = counts.values().stream().mapToInt(Count::value).sum();
        var exact = counts.values().stream().allMatch(Count::exact);
        return exact ? Count.of(sum) : new Count(Count.BOUND, false);
    }

    private Component bar() {
        var bar = new Div();
        bar.addClassName("pb-shares");
        // The list below says the same in words.
        bar.getElement().setAttribute("aria-hidden", "true");
        counts.forEach((status, count) -> {
            var share = new Div();
            share.addClassNames("pb-share", className(status));
            share.getStyle().setFlexGrow(String.valueOf(count.value()));
            bar.add(share);
        });
        return bar;
    }

    private Component list() {
        var list = new UnorderedList();
        list.addClassName("pb-statuses");
        counts.forEach((status, count) -> {
            var dot = new Span();
            dot.addClassNames("pb-dot", className(status));
            dot.getElement().setAttribute("aria-hidden", "true");
            var number = new Span(Counts.written(count, getLocale()));
            number.addClassName("pb-strong");
            list.add(new ListItem(dot, new Span(Labels.of(status)), number));
        });
        return list;
    }

    private static String className(AccessStatus status) {
        return "pb-status-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
