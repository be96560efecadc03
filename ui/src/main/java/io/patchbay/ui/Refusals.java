package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows on a form why something was refused: at the field that a refusal is about, the others in this area, which screen
 * readers announce. Add it to the form, above the fields, and register the fields by the path of their refusals.
 */
public final class Refusals extends Div {

    private static final long serialVersionUID = 1;

    private final transient Map<String, List<HasValidation>> fields = new LinkedHashMap<>();
    private final transient List<Function<Refusal, Optional<Component>>> special = new ArrayList<>();

    public Refusals() {
        addClassName("pb-refusals");
        getElement().setAttribute("role", "alert");
    }

    /**
     * Shows refusals with this path, its parts joined by dots, at a field. Of several fields for one path it is the first
     * that is visible.
     */
    public Refusals at(String path, HasValidation field) {
        field.setManualValidation(true);
        if (field instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(change -> field.setInvalid(false));
        }
        fields.computeIfAbsent(path, any -> new ArrayList<>()).add(field);
        return this;
    }

    /**
     * Shows some refusals here as something else than a sentence, whatever field they are about, which is only marked: the
     * first way that gives a component is taken.
     */
    public Refusals showing(Function<Refusal, Optional<Component>> way) {
        special.add(way);
        return this;
    }

    /** Forgets all fields, where a form makes new ones. */
    public void forgetFields() {
        fields.clear();
    }

    /** Shows why it was refused, and nothing more of any time before. */
    public void show(Outcome.Refused<?> refused) {
        show(refused.refusals());
    }

    /** Shows these refusals, and nothing more of any time before. */
    public void show(List<Refusal> refusals) {
        clear();
        var byPath = refusals.stream()
                .collect(Collectors.groupingBy(
                        refusal -> String.join(".", refusal.field()), LinkedHashMap::new, Collectors.toList()));
        byPath.forEach(this::show);
        all().filter(HasValidation::isInvalid).findFirst().ifPresent(Refusals::focus);
    }

    /** Takes all messages away. */
    public void clear() {
        removeAll();
        all().forEach(field -> field.setInvalid(false));
    }

    private void show(String path, List<Refusal> refusals) {
        var field = fields.getOrDefault(path, List.of()).stream()
                .filter(Refusals::visible)
                .findFirst();
        var sentences = new ArrayList<String>();
        for (var refusal : refusals) {
            specially(refusal).ifPresentOrElse(this::add, () -> sentences.add(sentence(refusal)));
        }
        if (field.isPresent()) {
            field.get().setErrorMessage(String.join("\n", sentences));
            field.get().setInvalid(true);
        } else {
            sentences.forEach(sentence -> add(new Paragraph(sentence)));
        }
    }

    private Optional<Component> specially(Refusal refusal) {
        return special.stream()
                .map(way -> way.apply(refusal))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String sentence(Refusal refusal) {
        return refusal.message(getLocale());
    }

    private Stream<HasValidation> all() {
        return fields.values().stream().flatMap(List::stream);
    }

    private static boolean visible(HasValidation field) {
        return !(field instanceof Component component) || component.isVisible();
    }

    private static void focus(HasValidation field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
