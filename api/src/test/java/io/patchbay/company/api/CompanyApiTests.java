package io.patchbay.company.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import org.junit.jupiter.api.Test;

class CompanyApiTests extends ApiTest {

    @Test
    void showsWhoIsAskingAndForWhichCompany() {
        ask("{ viewer { name email company { name } } }").path("viewer").matchesJsonStrictly("""
                        {"name": "Anna", "email": "stranger@other.example", "company": {"name": "Other"}}
                        """);
    }

    @Test
    void createsRenamesAndRemovesGroups() {
        var created =
                change("createCompanyGroup", "companyGroup { id version name createdAt }", input("name", " Retail "));
        created.path("createCompanyGroup.companyGroup.name")
                .entity(String.class)
                .isEqualTo("Retail");
        var id = created.path("createCompanyGroup.companyGroup.id")
                .entity(String.class)
                .get();
        var version = created.path("createCompanyGroup.companyGroup.version")
                .entity(Integer.class)
                .get();

        var renamed = change(
                "renameCompanyGroup",
                "companyGroup { version name }",
                input("id", id, "version", version, "name", "Shops"));
        renamed.path("renameCompanyGroup.companyGroup.name")
                .entity(String.class)
                .isEqualTo("Shops");

        var stale = change("deleteCompanyGroup", "deletedCompanyGroupId", input("id", id, "version", version));
        assertThat(codes(stale, "deleteCompanyGroup")).containsExactly("STALE_VERSION");

        change("deleteCompanyGroup", "deletedCompanyGroupId", input("id", id, "version", version + 1))
                .path("deleteCompanyGroup.deletedCompanyGroupId")
                .entity(String.class)
                .isEqualTo(id);
    }

    @Test
    void refusesATakenAndAnOverLongName() {
        assertThat(codes(
                        change("createCompanyGroup", "companyGroup { id }", input("name", "oTHER")),
                        "createCompanyGroup"))
                .containsExactly("NAME_TAKEN");
        assertThat(codes(
                        change("createCompanyGroup", "companyGroup { id }", input("name", "x".repeat(81))),
                        "createCompanyGroup"))
                .containsExactly("INVALID_NAME");
    }

    @Test
    void findsTheCompanyByItsId() {
        var id = ask("{ viewer { company { id } } }")
                .path("viewer.company.id")
                .entity(String.class)
                .get();

        ask("{ node(id: \"%s\") { __typename ... on Company { name } } }".formatted(id))
                .path("node")
                .matchesJsonStrictly("{\"__typename\": \"Company\", \"name\": \"Other\"}");
    }

    @Test
    void renamesTheCompany() {
        var version = ask("{ viewer { company { version } } }")
                .path("viewer.company.version")
                .entity(Integer.class)
                .get();

        change("renameCompany", "company { name version }", input("version", version, "name", "Hartmann"))
                .path("renameCompany")
                .matchesJsonStrictly("{\"company\": {\"name\": \"Hartmann\", \"version\": %d}, \"userErrors\": []}"
                        .formatted(version + 1));
        assertThat(codes(
                        change("renameCompany", "company { id }", input("version", version, "name", "Outdoor")),
                        "renameCompany"))
                .containsExactly("STALE_VERSION");
        assertThat(codes(
                        change("renameCompany", "company { id }", input("version", version + 1, "name", " ")),
                        "renameCompany"))
                .containsExactly("INVALID_NAME");
    }
}
