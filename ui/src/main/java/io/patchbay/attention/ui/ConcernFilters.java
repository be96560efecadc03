package io.patchbay.attention.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.access.AccessKind;
import io.patchbay.access.ui.Labels;
import io.patchbay.attention.ConcernSearch;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.company.ui.GroupChoices;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Ids;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Narrows what needs attention down; stands in the address, so that it can be passed on. */
final class ConcernFilters extends Composite<Div> {

    private static final String KIND = "kind";
    private static final String ENVIRONMENT = "environment";
    private static final String SYSTEM = "system";
    private static final String GROUP = "group";

    private final transient SystemDefinitions systems;
    private final transient CompanyGroups groups;
    private final transient CompanyId company;
    private final Select<AccessKind> kind = new Select<>();
    private final Select<Environment> environment = new Select<>();
    private final ComboBox<SystemDefinition> system = new ComboBox<>();
    private final ComboBox<CompanyGroup> group = new ComboBox<>();
    // Fields that follow the address must not change it in turn.
    private boolean readingAddress;

    /**
     * Offers all choices.
     *
     * @param changed takes what the address is to say
     */
    ConcernFilters(
            SystemDefinitions systems, CompanyGroups groups, CompanyId company, Consumer<QueryParameters> changed) {
        this.systems = systems;
        this.groups = groups;
        this.company = company;
        kind.setItems(AccessKind.values());
        kind.setItemLabelGenerator(this::label);
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("attention.filter.kind.any"));
        kind.setLabel(getTranslation("attention.filter.kind"));
        environment.setItems(Environment.values());
        environment.setItemLabelGenerator(this::label);
        environment.setEmptySelectionAllowed(true);
        environment.setEmptySelectionCaption(getTranslation("attention.filter.any"));
        environment.setLabel(getTranslation("attention.filter.environment"));
        system.setItems(systems.all());
        system.setItemLabelGenerator(SystemDefinition::name);
        system.setLabel(getTranslation("attention.filter.system"));
        system.setPlaceholder(getTranslation("attention.filter.any"));
        system.setClearButtonVisible(true);
        group.setItemLabelGenerator(it -> it.name().value());
        group.setLabel(getTranslation("attention.filter.group"));
        group.setPlaceholder(getTranslation("attention.filter.any-group"));
        group.setClearButtonVisible(true);
        GroupChoices.offer(group, company, groups);
        kind.addValueChangeListener(change -> tell(changed));
        environment.addValueChangeListener(change -> tell(changed));
        system.addValueChangeListener(change -> tell(changed));
        group.addValueChangeListener(change -> tell(changed));
        getContent().addClassName("pb-filters");
        getContent().add(kind, environment, system, group);
    }

    /** Shows what the address says; what means nothing in it is left out. */
    void read(QueryParameters address) {
        readingAddress = true;
        kind.setValue(constant(AccessKind.values(), address, KIND));
        environment.setValue(constant(Environment.values(), address, ENVIRONMENT));
        system.setValue(
                address.getSingleParameter(SYSTEM).flatMap(systems::find).orElse(null));
        group.setValue(address.getSingleParameter(GROUP)
                .flatMap(Ids::parse)
                .flatMap(id -> groups.find(company, new CompanyGroupId(id)))
                .orElse(null));
        readingAddress = false;
    }

    /** What is looked for. */
    ConcernSearch search() {
        return new ConcernSearch(
                kind.getValue(),
                environment.getValue(),
                system.getOptionalValue().map(it -> it.id().slug()).orElse(null),
                group.getOptionalValue().map(CompanyGroup::id).orElse(null));
    }

    private void tell(Consumer<QueryParameters> changed) {
        if (!readingAddress) {
            changed.accept(QueryParameters.simple(words()));
        }
    }

    private Map<String, String> words() {
        var words = new HashMap<String, String>();
        kind.getOptionalValue().ifPresent(it -> words.put(KIND, word(it)));
        environment.getOptionalValue().ifPresent(it -> words.put(ENVIRONMENT, word(it)));
        system.getOptionalValue().ifPresent(it -> words.put(SYSTEM, it.id().slug()));
        group.getOptionalValue()
                .ifPresent(it -> words.put(GROUP, it.id().value().toString()));
        return words;
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, QueryParameters address, String name) {
        var word = address.getSingleParameter(name);
        return Arrays.stream(all)
                .filter(it -> Optional.of(word(it)).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String label(@Nullable AccessKind choice) {
        return getTranslation(choice == null ? "attention.filter.kind.any" : "attention.filter.kind." + choice.name());
    }

    private String label(@Nullable Environment choice) {
        return choice == null ? getTranslation("attention.filter.any") : Labels.of(choice);
    }
}
