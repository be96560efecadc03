import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A folder in {@code cases}: a GraphQL query, and the SQL that a program without Patchbay would send instead.
 *
 * <ul>
 *   <li>{@code query.graphql}: the query</li>
 *   <li>{@code variables.sql}: a JSON object of variables in each row; where it is missing there are none</li>
 *   <li>{@code cursor.sql}: the name of a connector after which the page begins, as the variable {@code after}</li>
 *   <li>{@code statement.sql}: pgbench's script</li>
 *   <li>{@code parameters.sql}: values for its {@code :names}; a row for each variant of the script</li>
 * </ul>
 *
 * Where a case changes data, {@code {from}} in its files is a number that is higher each time.
 */
record Case(Path folder) {

    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
    private static final String FIND =
            "{\"query\": \"{ connectors(first: 1, filter: {search: \\\"%s\\\"}) { edges { cursor } } }\"}";

    static List<Case> in(Path cases) throws IOException {
        try (var folders = Files.list(cases)) {
            return folders.sorted().map(Case::new).toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    boolean writes() throws IOException {
        return Files.readString(file("query.graphql")).stripLeading().startsWith("mutation");
    }

    /** The variables of one request after the other, each as JSON. */
    List<String> variables(Patchbay patchbay, Postgres postgres, int from)
            throws IOException, SQLException, InterruptedException {
        if (Files.exists(file("cursor.sql"))) {
            var name = postgres.column(sql("cursor.sql", from)).getFirst();
            var found = CURSOR.matcher(patchbay.ask(FIND.formatted(name)));
            if (!found.find()) {
                throw new IllegalStateException("No connector is called " + name);
            }
            return List.of("{\"after\": \"" + found.group(1) + "\"}");
        }
        return Files.exists(file("variables.sql")) ? postgres.column(sql("variables.sql", from)) : List.of("{}");
    }

    /** A request as JSON, with these variables. */
    String body(String variables) throws IOException {
        var query = Files.readString(file("query.graphql")).replaceAll("\\s+", " ");
        return "{\"query\": \"" + query.replace("\\", "\\\\").replace("\"", "\\\"") + "\", \"variables\": " + variables
                + "}";
    }

    String sql(String file, int from) throws IOException {
        return Files.readString(file(file)).replace("{from}", Integer.toString(from));
    }
}
