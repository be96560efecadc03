package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

class PageTests extends ApiTest {

    @BeforeEach
    void thirtyGroups() {
        IntStream.rangeClosed(2, 30)
                .forEach(number -> world.companyAdministration.createGroup("Group %02d".formatted(number)));
    }

    @Test
    void showsTheNewestTwentyUnlessTold() {
        var names = names("");

        assertThat(names).hasSize(20).startsWith("Group 30", "Group 29");
    }

    @Test
    void walksForwardsToTheEndAndBackAgain() {
        var first = page("first: 29");
        var second = page("first: 29, after: \"%s\"".formatted(cursor(first, "endCursor")));
        var back = page("last: 3, before: \"%s\"".formatted(cursor(second, "startCursor")));

        first.path("companyGroups.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        first.path("companyGroups.pageInfo.hasPreviousPage")
                .entity(Boolean.class)
                .isEqualTo(false);
        assertThat(namesOf(second)).containsExactly("Other");
        second.path("companyGroups.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
        second.path("companyGroups.pageInfo.hasPreviousPage")
                .entity(Boolean.class)
                .isEqualTo(true);
        assertThat(namesOf(back)).containsExactly("Group 04", "Group 03", "Group 02");
    }

    @Test
    void showsTheOldestWhenAskedForTheLast() {
        assertThat(names("last: 2")).containsExactly("Group 02", "Other");
    }

    @Test
    void countsTheWholeListWhateverThePage() {
        ask("{ companyGroups(first: 1) { totalCount { value precision } } }")
                .path("companyGroups.totalCount")
                .matchesJsonStrictly("{\"value\": 30, \"precision\": \"EXACT\"}");
    }

    @Test
    void walksThroughTheSystemsByName() {
        var first =
                ask("{ systems(first: 1) { nodes { slug } pageInfo { hasNextPage endCursor } totalCount { value } } }");
        var after =
                first.path("systems.pageInfo.endCursor").entity(String.class).get();

        first.path("systems.nodes[0].slug").entity(String.class).isEqualTo("corner-shop");
        first.path("systems.totalCount.value").entity(Integer.class).isEqualTo(2);
        first.path("systems.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        ask("{ systems(after: \"%s\") { nodes { slug } pageInfo { hasNextPage hasPreviousPage } } }".formatted(after))
                .path("systems")
                .matchesJsonStrictly("""
                        {"nodes": [{"slug": "ledger"}], "pageInfo": {"hasNextPage": false, "hasPreviousPage": true}}
                        """);
        ask("{ systems(last: 1) { nodes { slug } } }")
                .path("systems.nodes[0].slug")
                .entity(String.class)
                .isEqualTo("ledger");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    first: 101                    | first
                    first: 0                      | first
                    first: -1                     | first
                    last: 101                     | last
                    last: 0                       | last
                    first: 1, last: 1             | last
                    after: "nonsense"             | after
                    after: ""                     | after
                    last: 1, before: "AAAA"       | before
                    last: 1, after: "AAAA"        | after
                    first: 1, before: "AAAA"      | before
                    """)
    void refusesImpossiblePages(String arguments, String argument) {
        for (var list : List.of("companyGroups", "connectors", "instances", "systems", "apiTokens")) {
            refused(list, arguments, argument);
        }
    }

    @Test
    void refusesTheCursorOfAnotherListAndATamperedOne() {
        var cursor = cursor(page("first: 1"), "endCursor");
        var tampered = (cursor.charAt(5) == 'A' ? 'B' : 'A') + "";

        refused("connectors", "after: \"%s\"".formatted(cursor), "after");
        refused(
                "companyGroups",
                "after: \"%s\"".formatted(cursor.substring(0, 5) + tampered + cursor.substring(6)),
                "after");
        refused("companyGroups", "after: \"%s=\"".formatted(cursor), "after");
    }

    @Test
    void walksThroughTheGroupsByName() {
        world.companyAdministration.createGroup("\u00c9clair");
        world.companyAdministration.createGroup("aardvark");

        var first = page("first: 2, orderBy: {field: NAME, direction: ASC}");
        var second = page("first: 2, orderBy: {field: NAME, direction: ASC}, after: \"%s\""
                .formatted(cursor(first, "endCursor")));
        var back = page("last: 1, orderBy: {field: NAME, direction: ASC}, before: \"%s\""
                .formatted(cursor(second, "startCursor")));

        assertThat(namesOf(first)).containsExactly("aardvark", "Group 02");
        assertThat(namesOf(second)).containsExactly("Group 03", "Group 04");
        assertThat(namesOf(back)).containsExactly("Group 02");
        assertThat(names("first: 2, orderBy: {field: NAME, direction: DESC}")).containsExactly("\u00c9clair", "Other");
    }

    @Test
    void goesOnWhereItWasThoughTheItemThereIsGone() {
        var first = page("first: 1, orderBy: {field: NAME, direction: ASC}");
        var gone = world.groups
                .page(me.companyId(), "Group 02", Page.Request.first(1))
                .items();
        world.groups.remove(gone.getFirst());

        assertThat(names("first: 1, orderBy: {field: NAME, direction: ASC}, after: \"%s\""
                        .formatted(cursor(first, "endCursor"))))
                .containsExactly("Group 03");
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        var byName = cursor(page("first: 1, orderBy: {field: NAME, direction: ASC}"), "endCursor");
        var newest = cursor(page("first: 1"), "endCursor");

        refused("companyGroups", "after: \"%s\"".formatted(byName), "after");
        refused("companyGroups", "orderBy: {field: NAME, direction: DESC}, after: \"%s\"".formatted(byName), "after");
        refused(
                "companyGroups",
                "orderBy: {field: NAME, direction: ASC}, last: 1, before: \"%s\"".formatted(newest),
                "before");
        assertThat(names("first: 1, orderBy: {field: CREATED_AT, direction: DESC}, after: \"%s\"".formatted(newest)))
                .containsExactly("Group 29");
    }

    @ParameterizedTest
    @CsvSource({"CHANGE, yesterday", "CHANGE, +12026-11-22T14:30:15Z", "STATUS, x", "STATUS, 999", "BIRTH, x"})
    void refusesAKeyThatCannotBeOne(Order.By by, String key) {
        var forged = new Cursor(NodeType.CONNECTOR, Order.descending(by), new UUID(1, 1).toString(), key).text();
        var field = Map.of(Order.By.CHANGE, "UPDATED_AT", Order.By.STATUS, "STATUS", Order.By.BIRTH, "CREATED_AT");

        refused(
                "connectors",
                "orderBy: {field: %s, direction: DESC}, after: \"%s\"".formatted(field.get(by), forged),
                "after");
    }

    @Test
    void ordersEveryList() {
        for (var list : List.of("companyGroups", "connectors", "instances", "systems", "apiTokens")) {
            ask("{ %s(orderBy: {field: NAME, direction: DESC}) { nodes { name } } }".formatted(list))
                    .path(list + ".nodes[*].name")
                    .entityList(String.class)
                    .satisfies(
                            names -> assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed()));
        }
    }

    @Test
    void narrowsGroupsByPartOfTheirName() {
        ask("{ companyGroups(filter: {search: \"P 1\"}) { nodes { name } totalCount { value } } }")
                .path("companyGroups.totalCount.value")
                .entity(Integer.class)
                .isEqualTo(10);
    }

    private void refused(String list, String arguments, String argument) {
        tester().document("{ %s(%s) { nodes { id } } }".formatted(list, arguments))
                .execute()
                .errors()
                .satisfy(errors -> {
                    assertThat(errors).hasSize(1);
                    assertThat(errors.getFirst().getExtensions())
                            .containsEntry("code", "BAD_USER_INPUT")
                            .containsEntry("argument", argument);
                    assertThat(errors.getFirst().getMessage()).contains(argument);
                });
    }

    private Response page(String arguments) {
        return ask("""
            { companyGroups(%s) { edges { cursor node { name } } nodes { name }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
            """.formatted(arguments).replace("()", ""));
    }

    private List<String> names(String arguments) {
        return namesOf(page(arguments));
    }

    private static List<String> namesOf(Response page) {
        return page.path("companyGroups.nodes[*].name").entityList(String.class).get();
    }

    private static String cursor(Response page, String which) {
        return page.path("companyGroups.pageInfo." + which).entity(String.class).get();
    }
}
