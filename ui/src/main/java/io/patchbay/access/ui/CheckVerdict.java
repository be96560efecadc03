package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.ui.Moments;
import org.jspecify.annotations.Nullable;

/** What a check found, in sentences: the status, why, what the system's definition advises, and when it was. */
public final class CheckVerdict extends Composite<Div> {

    /**
     * Shows a verdict.
     *
     * @param check null: nobody has checked yet
     */
    public CheckVerdict(@Nullable Check check) {
        var status = check == null ? AccessStatus.NOT_CHECKED : check.status();
        getContent().addClassName("pb-verdict");
        // A reason says more than the status, and at times something else: not every refusal was the system's.
        var reason = check == null ? null : check.reason();
        getContent()
                .add(
                        new StatusBadge(status),
                        sentence(
                                reason == null
                                        ? "access.summary.status." + status.name()
                                        : "access.check.reason." + reason.name()));
        if (check != null) {
            explain(check);
        }
    }

    private void explain(Check check) {
        if (check.hint() != null) {
            var hint = new Paragraph(check.hint());
            hint.addClassName("pb-hint");
            // Definitions speak English only.
            hint.getElement().setAttribute("lang", "en");
            getContent().add(hint);
        }
        var when = Moments.written(check.checkedAt(), getLocale());
        var note = new Paragraph(
                check.latency() == null
                        ? getTranslation("access.check.when", when)
                        : getTranslation(
                                "access.check.when-and-latency",
                                when,
                                check.latency().toMillis()));
        note.addClassName("pb-quiet");
        getContent().add(note);
    }

    private Paragraph sentence(String key) {
        return new Paragraph(getTranslation(key));
    }
}
