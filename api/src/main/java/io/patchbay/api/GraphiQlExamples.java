package io.patchbay.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The worked examples that GraphiQL shows as tabs and the reference prints; tests run them. */
public final class GraphiQlExamples {

    /** In the order of the tabs. Each is a file of GraphQL whose comment at the top tells what it is for. */
    private static final List<String> NAMES = List.of(
            "failing-connectors",
            "what-happened",
            "add-a-connector",
            "replace-a-credential",
            "page-through-everything",
            "check-a-connector",
            "install-a-system",
            "company-groups",
            "api-tokens",
            "many-by-id",
            "ask-step-by-step",
            "listen-to-changes");

    private static final String FOLDER = "io/patchbay/api/graphiql/examples/";

    private GraphiQlExamples() {}

    /**
     * One job.
     *
     * @param text what it is for
     * @param variables as JSON; what stands between angle brackets is for the reader to fill in
     */
    public record Example(
            String name,
            String title,
            String text,
            String query,
            @Nullable String variables) {}

    /** All of them. */
    public static List<Example> all() {
        return NAMES.stream().map(GraphiQlExamples::read).toList();
    }

    private static Example read(String name) {
        var document = text(name + ".graphql");
        var comment = document.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .toList();
        return new Example(
                name,
                comment.getFirst(),
                String.join(" ", comment.subList(1, comment.size())),
                document,
                variables(name));
    }

    private static @Nullable String variables(String name) {
        return new ClassPathResource(FOLDER + name + ".json").exists() ? text(name + ".json") : null;
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
