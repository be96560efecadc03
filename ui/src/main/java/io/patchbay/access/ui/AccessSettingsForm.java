package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.access.DateFormat;
import io.patchbay.access.TimeZone;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.Refusals;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings that can be changed at any time. Somebody else's change meanwhile costs nothing of what was typed. */
final class AccessSettingsForm extends Composite<Section> {

    private final AccessEditor editor;
    private final TextField name = new TextField(getTranslation("access.settings.name"));
    private final TimeAndDateFields timeAndDate;
    private final RateLimitFields limit;
    private final Refusals refusals = new Refusals();
    private final Div newer = new Div();
    private TypedSettings base;

    AccessSettingsForm(AccessEditor editor, SystemDefinition system, Clock clock) {
        this.editor = editor;
        this.base = TypedSettings.of(editor.shown());
        this.timeAndDate = new TimeAndDateFields(system, clock);
        this.limit = new RateLimitFields(system);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(Name.MAX_LENGTH);
        limit.setVisible(false);
        var save = new Button(getTranslation("access.settings.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(refusals, newer, name, timeAndDate, limit, save);
        form.addClassName("pb-form");
        getContent().addClassName("pb-panel");
        getContent().add(new H2(getTranslation("access.settings.general")), form);
        fill(editor.shown());
        editor.tell(this::goOnFrom);
    }

    void showRateLimit() {
        limit.setVisible(true);
    }

    private void save() {
        var outcome = editor.change(version -> editor.operations().change(version, typed()));
        newer.removeAll();
        switch (outcome) {
            case Outcome.Done<AccessState> done -> {
                refusals.clear();
                Notifications.done("access.settings.saved");
            }
            case Outcome.Refused<AccessState> refused -> explain(refused);
        }
    }

    private void explain(Outcome.Refused<AccessState> refused) {
        var current = AccessEditor.stale(refused.refusals()) ? newerState() : null;
        if (current == null) {
            refusals.forgetFields();
            refusals.at("name", name);
            timeAndDate.register(refusals);
            limit.register(refusals);
            refusals.show(refused);
        } else {
            refusals.clear();
            newer.add(new NewerVersion(
                    editor.shown(), current, typed(), () -> keepMine(current), () -> loadTheirs(current)));
        }
    }

    private @Nullable AccessState newerState() {
        return editor.operations().current().orElse(null);
    }

    private void keepMine(AccessState current) {
        newer.removeAll();
        editor.goOnFrom(current);
        name.focus();
        Notifications.done("access.newer.kept");
    }

    private void loadTheirs(AccessState current) {
        newer.removeAll();
        editor.goOnFrom(current);
        fill(current);
        name.focus();
    }

    private TypedSettings typed() {
        return new TypedSettings(
                name.getValue(),
                timeAndDate.timeZone(),
                timeAndDate.dateFormat(),
                limit.typed().orElse(null));
    }

    private void fill(AccessState state) {
        name.setValue(state.access().name().value());
        timeAndDate.set(state.access().timeZone(), state.access().dateFormat());
        limit.set(state.rateLimit());
    }

    /** Shows what somebody else changed, except where something was typed here. */
    private void goOnFrom(AccessState state) {
        var next = TypedSettings.of(state);
        var typed = typed();
        var carried = typed.carriedOver(base, next);
        base = next;
        name.setValue(carried.name());
        // What cannot be read stays as it was typed; its refusal comes with the next attempt to save.
        TimeZone.parse(carried.timeZone(), "timeZone")
                .flatMap(zone -> DateFormat.parse(carried.dateFormat(), "dateFormat")
                        .map(format -> {
                            timeAndDate.set(zone, format);
                            return format;
                        }));
        if (!Objects.equals(carried.limit(), typed.limit())) {
            limit.set(state.rateLimit());
        }
    }
}
