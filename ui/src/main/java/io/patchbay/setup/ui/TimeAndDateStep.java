package io.patchbay.setup.ui;

import com.vaadin.flow.component.Composite;
import io.patchbay.access.ui.RateLimitFields;
import io.patchbay.access.ui.TimeAndDateFields;
import io.patchbay.instance.RateLimitInput;
import io.patchbay.setup.Draft;
import io.patchbay.setup.SetupForm;
import io.patchbay.setup.SetupStep;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Questions;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for time zone and date format and, for an instance, the rate limit. */
class TimeAndDateStep extends Composite<StepForm> {

    private static final long serialVersionUID = 1;

    private final TimeAndDateFields fields;
    private final @Nullable RateLimitFields limit;
    private final StepForm form;

    TimeAndDateStep(
            SetupForm questions,
            Clock clock,
            Function<TimeAndDate.Typed, Outcome<Draft>> answer,
            Consumer<Draft> next) {
        fields = new TimeAndDateFields(questions.system(), clock);
        limit = questions.asks(SetupStep.TIME_AND_DATE, "requests") ? new RateLimitFields(questions.system()) : null;
        form = new StepForm(
                Questions.words(SetupStep.TIME_AND_DATE.title()),
                getTranslation("setup.next"),
                () -> getContent().settle(() -> answer.apply(typed()), next));
        form.with(fields);
        fields.register(form.refusals());
        if (limit != null) {
            limit.set(questions.system().defaults().rateLimit());
            limit.register(form.refusals());
            form.with(limit);
        }
    }

    /** Starts with an earlier answer, if there is one. */
    TimeAndDateStep startingWith(@Nullable TimeAndDate known) {
        if (known != null) {
            fields.set(known.timeZone(), known.dateFormat());
            if (limit != null) {
                limit.set(known.rateLimit());
            }
        }
        return this;
    }

    @Override
    protected StepForm initContent() {
        form.focusHeading();
        return form;
    }

    private TimeAndDate.Typed typed() {
        var wanted = Optional.ofNullable(limit)
                .flatMap(RateLimitFields::typed)
                .map(typed -> new RateLimitInput(typed.requests(), typed.per()))
                .orElse(null);
        return new TimeAndDate.Typed(fields.timeZone(), fields.dateFormat(), wanted);
    }
}
