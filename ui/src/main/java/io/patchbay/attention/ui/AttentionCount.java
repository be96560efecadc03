package io.patchbay.attention.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.attention.Attention;
import io.patchbay.attention.ConcernSearch;
import io.patchbay.ui.Counts;

/** How many connectors and instances need attention, as it changes. Shows nothing where none does. */
final class AttentionCount extends Composite<Span> {

    private final transient Attention attention;

    AttentionCount(Attention attention, LiveStatus liveStatus) {
        this.attention = attention;
        getContent().addClassName("pb-count");
        show();
        liveStatus.follow(this, this::show);
    }

    private void show() {
        var count = attention.count(ConcernSearch.ANY);
        getContent().setText(Counts.written(count, getLocale()));
        getContent().setVisible(count.value() > 0);
    }
}
