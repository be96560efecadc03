package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.setup.Draft;
import io.patchbay.setup.SetupStep;
import io.patchbay.setup.StepNotReachable;
import io.patchbay.shared.Refusal;
import io.patchbay.ui.Questions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The four steps across the top: links to those that can be reached, and a reason at those that cannot yet. */
class Steps extends Nav {

    private static final long serialVersionUID = 1;

    private final transient Draft draft;
    private final transient Consumer<Refusal> unreachable;

    Steps(Draft draft, SetupStep current, Consumer<Refusal> unreachable) {
        this.draft = draft;
        this.unreachable = unreachable;
        addClassName("pb-wizard");
        getElement().setAttribute("aria-label", getTranslation("setup.steps.label"));
        var list = new OrderedList();
        for (var step : SetupStep.values()) {
            list.add(new ListItem(draft.reachable(step) ? link(step, step == current) : locked(step)));
        }
        add(list);
    }

    /** The step's part of the address. */
    static String slug(SetupStep step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SetupStep> parse(String slug) {
        return Stream.of(SetupStep.values())
                .filter(step -> slug(step).equals(slug))
                .findFirst();
    }

    private Component link(SetupStep step, boolean current) {
        var link = new Anchor(SetupView.address(draft.id(), step, QueryParameters.empty()), words(step));
        if (current) {
            link.getElement().setAttribute("aria-current", "step");
        }
        return link;
    }

    // A link that leads nowhere yet, but that the keyboard reaches, because its reason is worth reading.
    private Component locked(SetupStep step) {
        var refusal = new StepNotReachable(draft.nextStep());
        var reason = refusal.message(getLocale());
        var locked = new Span(words(step));
        locked.getElement()
                .setAttribute("role", "link")
                .setAttribute("tabindex", "0")
                .setAttribute("aria-disabled", "true")
                .setAttribute("aria-description", reason);
        Tooltip.forComponent(locked).setText(reason);
        locked.addClickListener(click -> unreachable.accept(refusal));
        locked.getElement()
                .addEventListener("keydown", pressed -> unreachable.accept(refusal))
                .setFilter("event.key === 'Enter'");
        return locked;
    }

    private Component[] words(SetupStep step) {
        var number = new Span();
        number.addClassName("pb-step-number");
        if (draft.answered(step)) {
            number.add(VaadinIcon.CHECK.create());
            var done = new Span(getTranslation("setup.steps.done"));
            done.addClassName("pb-hidden");
            number.add(done);
        } else {
            number.setText(Integer.toString(step.ordinal() + 1));
        }
        return List.of(number, new Span(Questions.words(step.title()))).toArray(Component[]::new);
    }
}
