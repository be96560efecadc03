package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.access.AccessForm;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Questions;
import io.patchbay.ui.Refusals;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks how many requests a system may get in a span of time. Nothing typed: no limit. */
public final class RateLimitFields extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final TextField requests = new TextField();
    private final Select<RateLimit.Unit> per = new Select<>();

    /** Empty fields that tell the system's usual limit. */
    public RateLimitFields(@Nullable SystemDefinition system) {
        getContent().addClassName("pb-pair");
        getContent().add(requests, per);
        Questions.ask(AccessForm.requests(system), requests);
        requests.setAllowedCharPattern("[0-9]");
        requests.setClearButtonVisible(true);
        Questions.ask(AccessForm.per(system), per);
        per.setItems(RateLimit.Unit.values());
        per.setItemLabelGenerator(Labels::of);
        per.setValue(RateLimit.Unit.SECOND);
    }

    /** What was typed, whether allowed or not. */
    public record Typed(int requests, RateLimit.Unit per) {}

    /** Shows a limit; null: none. */
    public void set(@Nullable RateLimit limit) {
        requests.setValue(limit == null ? "" : Integer.toString(limit.requests()));
        if (limit != null) {
            per.setValue(limit.per());
        }
    }

    /** The limit as typed; empty for none. */
    public Optional<Typed> typed() {
        return requests.isEmpty() ? Optional.empty() : Optional.of(new Typed(number(), per.getValue()));
    }

    /** Has refusals shown at these fields. */
    public void register(Refusals refusals) {
        refusals.at("rateLimit", requests);
    }

    // A number beyond all bounds is out of range, and the domain says so of this one too.
    private int number() {
        try {
            return Integer.parseInt(requests.getValue());
        } catch (NumberFormatException beyondBounds) {
            return Integer.MAX_VALUE;
        }
    }
}
