package io.patchbay.setup.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.access.AccessForm;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.company.ui.GroupChoices;
import io.patchbay.shared.CompanyId;
import io.patchbay.ui.Questions;
import org.jspecify.annotations.Nullable;

/** Chooses a company group, or makes one on the spot. */
class CompanyGroupField extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final transient CompanyId company;
    private final transient CompanyGroups groups;
    private final transient CompanyAdministration administration;
    private final ComboBox<CompanyGroup> field = new ComboBox<>();

    CompanyGroupField(CompanyId company, CompanyGroups groups, CompanyAdministration administration) {
        this.company = company;
        this.groups = groups;
        this.administration = administration;
        Questions.ask(AccessForm.companyGroup(), field);
        field.setItemLabelGenerator(group -> group.name().value());
        var create = new Button(
                getTranslation("setup.general.group.create"), VaadinIcon.PLUS.create(), click -> askForName());
        create.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().addClassName("pb-with-action");
        getContent().add(field, create);
        offer();
        groups.only(company).ifPresent(field::setValue);
    }

    /** Chooses the company's group of this id; null, or one that is not there, changes nothing. */
    void choose(@Nullable CompanyGroupId id) {
        if (id != null) {
            groups.find(company, id).ifPresent(field::setValue);
        }
    }

    @Nullable
    CompanyGroupId chosen() {
        return field.getValue() == null ? null : field.getValue().id();
    }

    ComboBox<CompanyGroup> field() {
        return field;
    }

    /** Makes a group in a dialog and chooses it; the form around keeps all that was typed. */
    void askForName() {
        new NewGroupDialog(administration::createGroup, this::created).open();
    }

    private void created(CompanyGroup group) {
        offer();
        field.setValue(group);
        field.focus();
    }

    private void offer() {
        GroupChoices.offer(field, company, groups);
    }
}
