package io.patchbay.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ParseAndValidate;
import graphql.parser.Parser;
import io.patchbay.api.ApiTest;
import io.patchbay.proxy.ProxyCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** What docs/api.md says to those who write clients is so. */
class GuideTests extends ApiTest {

    private static final Pattern EXAMPLE = Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODES = Pattern.compile("\\| (`[A-Z_`, ]+`) \\| (\\d{3}) \\| [^|]{20,} \\|");
    private static final Pattern CODE = Pattern.compile("[A-Z_]+");

    @Autowired
    private GraphQlSource source;

    @Test
    void everyExampleFitsTheSchema() {
        var examples = EXAMPLE.matcher(guide())
                .results()
                .map(example -> example.group(1))
                .toList();

        assertThat(examples)
                .hasSizeGreaterThan(5)
                .allSatisfy(example -> assertThat(
                                ParseAndValidate.validate(source.schema(), Parser.parse(example), Locale.ENGLISH))
                        .as(example)
                        .isEqualTo(List.of()));
    }

    @Test
    void whateverKeepsARequestFromASystemIsListedWithItsStatusAndWhatToDo() {
        var expected = new TreeMap<>(Map.of("UNAUTHORIZED", 401));
        Stream.of(ProxyCode.values()).forEach(code -> expected.put(code.name(), code.status()));

        assertThat(codesOfTheProxy()).isEqualTo(expected);
    }

    private static Map<String, Integer> codesOfTheProxy() {
        var guide = guide();
        var codes = new TreeMap<String, Integer>();
        CODES.matcher(guide.substring(guide.indexOf("## Use without seeing")))
                .results()
                .forEach(row -> CODE.matcher(row.group(1))
                        .results()
                        .forEach(code -> codes.put(code.group(), Integer.valueOf(row.group(2)))));
        return codes;
    }

    private static String guide() {
        return Repository.read("docs/api.md");
    }
}
