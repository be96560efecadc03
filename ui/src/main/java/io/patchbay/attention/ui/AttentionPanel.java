package io.patchbay.attention.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.attention.Attention;
import io.patchbay.attention.Concern;
import io.patchbay.attention.ConcernSearch;
import io.patchbay.attention.Concerns;
import io.patchbay.attention.Days;
import io.patchbay.attention.Expirations;
import io.patchbay.attention.ExpirySearch;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.Counts;
import io.patchbay.ui.Moments;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The dashboard's view of what needs attention: how many, the worst of them, and the way to all. Updates by itself. */
@Component
@Scope("prototype")
public final class AttentionPanel extends Composite<Section> {

    private static final int SHOWN = 3;
    private static final int SOON_DAYS = 14;

    private final Attention attention;
    private final SubjectTexts texts;
    private final Retesting retesting;
    private final Expirations expirations;
    private final Clock clock;
    private final Span total = new Span();
    private final Div body = new Div();
    private final Anchor soon = new Anchor(Addresses.EXPIRY);
    private @Nullable List<Concern> shown;
    private @Nullable Count counted;

    AttentionPanel(
            Attention attention,
            Expirations expirations,
            SubjectTexts texts,
            Retesting retesting,
            Clock clock,
            LiveStatus liveStatus) {
        this.attention = attention;
        this.expirations = expirations;
        this.clock = clock;
        this.texts = texts;
        this.retesting = retesting;
        var heading = new H2(getTranslation("attention.title"));
        heading.setId("dashboard-attention");
        total.addClassName("pb-figure");
        var head = new Div(heading, total);
        head.addClassName("pb-figure-head");
        body.addClassName("pb-figure-body");
        getContent().addClassNames("pb-panel", "pb-figures", "pb-attention");
        getContent().getElement().setAttribute("aria-labelledby", "dashboard-attention");
        soon.addClassName("pb-figure-link");
        getContent().add(head, body, soon);
        show();
        liveStatus.follow(this, this::show);
    }

    private void show() {
        showConcerns();
        var ending = expirations.count(ExpirySearch.before(Days.endOf(SOON_DAYS, clock.instant(), Moments.zone())));
        soon.setText(getTranslation("attention.expiry.soon", Counts.written(ending, getLocale()), SOON_DAYS));
        soon.setVisible(ending.value() > 0);
    }

    private void showConcerns() {
        var worst = attention
                .page(ConcernSearch.ANY, new Page.Request(SHOWN, Concerns.ORDER, null, false))
                .items();
        var count = attention.count(ConcernSearch.ANY);
        // Whoever has something in here in focus keeps it while nothing changed.
        if (worst.equals(shown) && count.equals(counted)) {
            return;
        }
        shown = worst;
        counted = count;
        total.setText(Counts.written(count, getLocale()));
        total.setVisible(!worst.isEmpty());
        body.removeAll();
        if (worst.isEmpty()) {
            body.add(everythingWorks());
        } else {
            body.add(rows(worst), all(count));
        }
    }

    private UnorderedList rows(List<Concern> worst) {
        var list = new UnorderedList();
        list.addClassName("pb-rows");
        worst.forEach(concern -> list.add(new ListItem(new ConcernRow(concern, texts, this::test))));
        return list;
    }

    private void test(ConcernRow row) {
        retesting.test(row.concern(), getLocale());
        row.again();
        show();
    }

    private Anchor all(Count count) {
        var link = new Anchor(Addresses.ATTENTION, getTranslation("attention.all", Counts.written(count, getLocale())));
        link.addClassName("pb-figure-link");
        return link;
    }

    private Div everythingWorks() {
        var sign = VaadinIcon.CHECK_CIRCLE.create();
        sign.addClassName("pb-done");
        sign.getElement().setAttribute("aria-hidden", "true");
        var words = new Paragraph(getTranslation("attention.nothing"));
        words.addClassName("pb-strong");
        var text = new Paragraph(getTranslation("attention.nothing.text"));
        text.addClassName("pb-muted");
        var all = new Div(sign, new Div(words, text));
        all.addClassName("pb-all-well");
        return all;
    }
}
