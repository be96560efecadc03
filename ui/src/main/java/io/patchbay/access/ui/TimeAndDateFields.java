package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.access.AccessForm;
import io.patchbay.access.AccessRules;
import io.patchbay.access.DateFormat;
import io.patchbay.access.TimeZone;
import io.patchbay.shared.FormOption;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Questions;
import io.patchbay.ui.Refusals;
import java.time.Clock;
import java.time.format.TextStyle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for time zone and date format, starting with the system's defaults, and shows what the choice means. */
public final class TimeAndDateFields extends Composite<Div> {

    private static final long serialVersionUID = 1;

    // No pattern, because patterns are never blank.
    private static final String OTHER = "";

    private final @Nullable SystemDefinition system;
    private final transient Clock clock;
    private final ComboBox<TimeZone> zone = new ComboBox<>();
    private final Select<String> format = new Select<>();
    private final TextField pattern = new TextField();
    private final ClockSample sample = new ClockSample();

    /** Fields with the defaults of a system, or UTC and ISO 8601 where it is no longer known. */
    public TimeAndDateFields(@Nullable SystemDefinition system, Clock clock) {
        this.system = system;
        this.clock = clock;
        getContent().addClassName("pb-form");
        getContent().add(zone, format, pattern, sample);
        prepareZone();
        prepareFormat();
        AccessRules.timeZone(system, null)
                .flatMap(standard -> AccessRules.dateFormat(system, null).map(dates -> {
                    set(standard, dates);
                    return dates;
                }));
    }

    /** Shows another choice. */
    public void set(TimeZone chosenZone, DateFormat chosenFormat) {
        zone.setValue(chosenZone);
        var listed = format.getListDataView().contains(chosenFormat.value());
        format.setValue(listed ? chosenFormat.value() : OTHER);
        pattern.setValue(listed ? "" : chosenFormat.value());
        refresh();
    }

    /** The zone as chosen; blank where none is. */
    public String timeZone() {
        return zone.getValue() == null ? "" : zone.getValue().toString();
    }

    /** The format as chosen or typed; blank where it is neither. */
    public String dateFormat() {
        return isOther() ? pattern.getValue() : format.getValue();
    }

    /** Has refusals shown at these fields. */
    public void register(Refusals refusals) {
        refusals.at("timeZone", zone).at("dateFormat", pattern).at("dateFormat", format);
    }

    private void prepareZone() {
        Questions.ask(AccessForm.timeZone(system), zone);
        zone.setItems(TimeZone.all());
        zone.setItemLabelGenerator(this::zoneLabel);
        zone.addValueChangeListener(change -> refresh());
    }

    private void prepareFormat() {
        var asked = AccessForm.dateFormat(system);
        Questions.ask(asked, format);
        // One is always chosen; and the component would say it of a button, which ARIA does not allow.
        format.setRequiredIndicatorVisible(false);
        format.setItems(Stream.concat(asked.options().stream().map(FormOption::value), Stream.of(OTHER))
                .toList());
        format.setItemLabelGenerator(choice -> choice.equals(OTHER)
                ? getTranslation("access.date-format.other")
                : Questions.words(asked.labelOf(choice)));
        format.addValueChangeListener(change -> refresh());
        pattern.setLabel(getTranslation("access.date-format.pattern"));
        pattern.setHelperText(getTranslation("access.date-format.pattern.help"));
        pattern.setPlaceholder("dd/MM/yyyy HH:mm:ss");
        pattern.setRequiredIndicatorVisible(true);
        pattern.setValueChangeMode(ValueChangeMode.LAZY);
        pattern.addValueChangeListener(change -> refresh());
    }

    private void refresh() {
        pattern.setVisible(isOther());
        var chosen = TimeZone.parse(timeZone(), "timeZone")
                .flatMap(known -> DateFormat.parse(dateFormat(), "dateFormat").map(dates -> new Choice(known, dates)));
        switch (chosen) {
            case Outcome.Done<Choice>(Choice(var known, var dates)) -> sample.show(clock.instant(), known, dates);
            case Outcome.Refused<Choice> unfinished -> sample.removeAll();
        }
        sample.setVisible(sample.getComponentCount() > 0);
    }

    private boolean isOther() {
        return format.getValue() == null || format.getValue().equals(OTHER);
    }

    private String zoneLabel(TimeZone choice) {
        var offset = choice.id().getRules().getOffset(clock.instant());
        return offset.getTotalSeconds() == 0
                ? choice.toString()
                : getTranslation("access.time-zone.item", choice, offset.getDisplayName(TextStyle.FULL, getLocale()));
    }

    private record Choice(TimeZone zone, DateFormat format) {}
}
