package io.patchbay.company.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.company.Company;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroups;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;

/** The company's name and its groups. */
@Route(value = Addresses.COMPANY, layout = MainLayout.class)
@PermitAll
final class CompanyView extends Div implements HasDynamicTitle {

    private final CompanyAdministration administration;
    private final GroupRemoval removal;
    private final NameForm<Company> name;
    private final GroupList groups;

    CompanyView(
            CompanyAdministration administration,
            CompanyGroups groups,
            GroupRemoval removal,
            CurrentViewer currentViewer) {
        this.administration = administration;
        this.removal = removal;
        this.name = new NameForm<>(
                getTranslation("company.name"),
                Named.of(administration.company()),
                administration::rename,
                this::renamed);
        this.groups = new GroupList(groups, currentViewer, this::rename, this::remove);
        add(
                new PageHeader(getTranslation("company.title")).explained(getTranslation("company.introduction")),
                namePanel(),
                groupSection());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("company.title"));
    }

    private Component namePanel() {
        var save = new Button(getTranslation("common.save"));
        name.saveBy(save);
        var panel = new Div(name, save);
        panel.addClassNames("pb-panel", "pb-form-line");
        return panel;
    }

    private Component groupSection() {
        var search = new TextField();
        search.setPlaceholder(getTranslation("company.group.search"));
        search.setAriaLabel(getTranslation("company.group.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> groups.show(change.getValue()));
        var create = new Button(getTranslation("company.group.create"), VaadinIcon.PLUS.create(), click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        var controls = new Div(search, create);
        controls.addClassName("pb-controls");
        var explanation = new Paragraph(getTranslation("company.group.explanation"));
        explanation.addClassNames("pb-prose", "pb-muted");
        var section = new Section(new H2(getTranslation("company.group.title")), explanation, controls, groups);
        section.addClassName("pb-section");
        return section;
    }

    private void renamed(Company company) {
        name.reread(Named.of(company));
        Notifications.done("common.saved");
    }

    private void create() {
        new NameDialog<>(
                        getTranslation("company.group.create"),
                        getTranslation("common.create"),
                        Named.NOTHING,
                        (version, typed) -> administration.createGroup(typed),
                        group -> changed("company.group.created-named", group))
                .open();
    }

    private void rename(CompanyGroup group) {
        new NameDialog<>(
                        getTranslation(
                                "company.group.rename-named", group.name().value()),
                        getTranslation("common.save"),
                        Named.of(group),
                        (version, typed) -> administration.renameGroup(group.id(), version, typed),
                        renamed -> changed("company.group.renamed-named", renamed))
                .open();
    }

    private void remove(CompanyGroup group) {
        removal.ask(group, () -> changed("company.group.removed-named", group));
    }

    private void changed(String key, CompanyGroup group) {
        groups.again();
        Notifications.done(key, group.name().value());
    }
}
