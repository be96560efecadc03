package io.patchbay.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.patchbay.attention.Concern;
import io.patchbay.ui.Moments;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.SystemIcon;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connector or instance that needs attention: what is the matter, why, since when, and the one thing to do. */
final class ConcernRow extends Composite<Div> {

    private final SubjectTexts texts;
    private final Consumer<ConcernRow> test;
    private final Anchor name = new Anchor();
    private final Span place = new Span();
    private final Div heading = new Div(name);
    private final Div reasons = new Div();
    private final Div action = new Div();
    private Concern concern;
    private @Nullable Button testing;

    /**
     * Shows it.
     *
     * @param test asks the system again
     */
    ConcernRow(Concern concern, SubjectTexts texts, Consumer<ConcernRow> test) {
        this.concern = concern;
        this.texts = texts;
        this.test = test;
        name.addClassName("pb-strong");
        place.addClassNames("pb-muted", "pb-small");
        heading.addClassName("pb-actions");
        reasons.addClassName("pb-reasons");
        action.addClassName("pb-actions");
        var words = new Div(heading, place, reasons);
        words.addClassName("pb-row-words");
        getContent().addClassName("pb-row");
        getContent().add(new SystemIcon(concern.access().system().slug()), words, action);
        show(concern);
    }

    /** What it shows. */
    Concern concern() {
        return concern;
    }

    /** Shows how it is now. The link stays the same, and so does a button that does the same, for whoever has it in focus. */
    void show(Concern now) {
        var sameAction = testing != null && now.remedy() == concern.remedy();
        concern = now;
        name.setText(now.access().name().value());
        name.setHref(SubjectTexts.address(now.kind(), now.subject()));
        place.setText(texts.belongsTo(now.subject()));
        heading.removeAll();
        heading.add(name, SeverityBadge.of(now));
        reasons.removeAll();
        explain(now);
        if (!sameAction) {
            action.removeAll();
            action.add(action(now));
        }
    }

    /** Lets the system be asked once more. */
    void again() {
        if (testing != null) {
            testing.setEnabled(true);
        }
    }

    private void explain(Concern now) {
        reasons.add(new Paragraph(SubjectTexts.reason(now.access())));
        var check = now.access().lastCheck();
        if (check != null && check.hint() != null) {
            var hint = new Paragraph(check.hint());
            hint.addClassName("pb-hint");
            // Definitions speak English only.
            hint.getElement().setAttribute("lang", "en");
            reasons.add(hint);
        }
        var since = new Paragraph(getTranslation("attention.since", Moments.written(now.since(), getLocale())));
        since.addClassName("pb-quiet");
        reasons.add(since);
    }

    private Component action(Concern now) {
        testing = null;
        var named = getTranslation(
                "attention.remedy." + now.remedy() + ".named",
                now.access().name().value());
        var text = getTranslation("attention.remedy." + now.remedy());
        return switch (now.remedy()) {
            case TEST_AGAIN -> testButton(text, named);
            case REPLACE_CREDENTIALS -> link(SubjectTexts.settings(now.kind(), now.subject()), text, named);
            case RECONNECT, OPEN -> link(SubjectTexts.address(now.kind(), now.subject()), text, named);
        };
    }

    private Button testButton(String text, String named) {
        var button = new Button(text, click -> test.accept(this));
        button.setAriaLabel(named);
        button.setDisableOnClick(true);
        testing = button;
        return button;
    }

    private static PageLink link(String address, String text, String named) {
        var link = PageLink.secondary(address, text);
        link.setAriaLabel(named);
        return link;
    }
}
