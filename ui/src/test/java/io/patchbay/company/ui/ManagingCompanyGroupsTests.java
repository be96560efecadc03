package io.patchbay.company.ui;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.company.CompanyGroup;
import io.patchbay.shared.Page;
import io.patchbay.ui.PageTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagingCompanyGroupsTests extends PageTest {

    @Test
    void createsAGroup() {
        open("company");
        press("Create group");
        name("Wholesale");
        press("Create");

        assertThat(names()).containsExactly("Wholesale", "Retail");
        assertThat(page()).contains("Wholesale").contains("Retail");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void refusesANameThatIsTakenAndKeepsTheDialogOpen() {
        open("company");
        press("Create group");
        name("retail");
        press("Create");

        assertThat(groupName().getErrorMessage())
                .isEqualTo("There is already a company group called Retail; choose another name");
        assertThat(names()).containsExactly("Retail");
    }

    @Test
    void renamesAGroup() {
        open("company");
        pressNamed("Rename Retail");
        assertThat(groupName().getValue()).isEqualTo("Retail");
        name("Shops");
        pressInDialog("Save");

        assertThat(names()).containsExactly("Shops");
    }

    @Test
    void tellsTheSecondOfTwoWhoRenameAGroup() {
        open("company");
        pressNamed("Rename Retail");
        done(world.companyAdministration.renameGroup(world.retail.id(), world.retail.version(), "Shops"));
        name("Stores");
        pressInDialog("Save");

        assertThat(said("Somebody else renamed it to “Shops” meanwhile")).isTrue();
        assertThat(groupName().getValue()).isEqualTo("Stores");
        pressInDialog("Save");

        assertThat(names()).containsExactly("Stores");
    }

    @Test
    void removesAnEmptyGroupAfterAsking() {
        open("company");
        pressNamed("Remove Retail");
        assertThat(names()).containsExactly("Retail");
        pressInDialog("Remove");

        assertThat(names()).isEmpty();
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void linksToTheConnectorsThatKeepAGroup() {
        var connector = world.shopConnector("Corner shop");

        open("company");
        pressNamed("Remove Retail");
        pressInDialog("Remove");

        assertThat(names()).containsExactly("Retail");
        assertThat(said("these connectors belong to it")).isTrue();
        assertThat(find(Anchor.class).withText("Corner shop").single().getHref())
                .isEqualTo("connectors/" + connector.id().value());
    }

    @Test
    void removesAGroupThatWasRenamedMeanwhileOnlyAfterSayingSo() {
        open("company");
        pressNamed("Remove Retail");
        done(world.companyAdministration.renameGroup(world.retail.id(), world.retail.version(), "Shops"));
        pressInDialog("Remove");

        assertThat(said("renamed the group to “Shops” meanwhile")).isTrue();
        assertThat(names()).containsExactly("Shops");
        pressInDialog("Remove");

        assertThat(names()).isEmpty();
    }

    @Test
    void findsGroupsByAPartOfTheirName() {
        done(world.companyAdministration.createGroup("Wholesale"));

        open("company");
        test(find(TextField.class).withAriaLabel("Search groups").single()).setValue("sale");

        assertThat(page()).contains("Wholesale").doesNotContain("Retail");
    }

    @Test
    void saysThatNothingWasFound() {
        open("company");
        test(find(TextField.class).withAriaLabel("Search groups").single()).setValue("nowhere");

        assertThat(page()).contains("No group has that in its name.");
    }

    @Test
    void showsMoreGroupsOnDemand() {
        for (var number = 0; number < 30; number++) {
            done(world.companyAdministration.createGroup("Brand " + number));
        }

        open("company");
        assertThat(page()).contains("Brand 29").doesNotContain("Retail");
        press("Show more");

        assertThat(page()).contains("Retail");
        assertThat(find(Button.class).withText("Show more").exists()).isFalse();
    }

    private void name(String name) {
        test(groupName()).setValue(name);
    }

    private TextField groupName() {
        return find(TextField.class).withLabel("Name of the group").single();
    }

    private void pressNamed(String label) {
        test(find(Button.class).withAriaLabel(label).single()).click();
    }

    private void pressInDialog(String text) {
        var dialog = find(Dialog.class).single();
        test(find(Button.class, dialog).withText(text).single()).click();
    }

    private boolean said(String words) {
        return find(Paragraph.class).withTextContaining(words).exists();
    }

    private List<String> names() {
        return world.groups.page(world.acme.id(), null, Page.Request.first(100)).items().stream()
                .map(CompanyGroup::name)
                .map(Object::toString)
                .toList();
    }
}
