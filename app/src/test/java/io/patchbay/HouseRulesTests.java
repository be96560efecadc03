package io.patchbay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.patchbay.identity.ui.LoginView;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** What docs and style promise, as far as a machine can see it. */
class HouseRulesTests {

    private static final Pattern DECISION = Pattern.compile("\\bdecision (\\d{4})\\b");
    private static final Set<String> SOURCES = Set.of("java", "sql", "graphqls", "yaml", "md", "css", "js", "xml");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.patchbay");

    @Test
    void noNameSaysOnlyThatItHelps() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Manager|Helper|Util|Utils)(\\$.*)?")
                .check(OURS);
    }

    @Test
    void controllersBelongToTheirFeatureAlone() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(OURS);
    }

    @Test
    void pagesBelongToTheirFeatureAlone() {
        // Spring Security's configuration names the page that people log in on.
        assertThat(pages().filter(page -> !page.isEquivalentTo(LoginView.class)))
                .noneMatch(page -> page.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @Test
    void everyPageSaysWhoMaySeeIt() {
        assertThat(pages()).isNotEmpty().allMatch(HouseRulesTests::saysWhoMaySeeIt);
        assertThat(OURS.stream().filter(type -> type.isAnnotatedWith(Layout.class)))
                .allMatch(HouseRulesTests::saysWhoMaySeeIt);
    }

    @Test
    void everyDecisionThatIsReferredToIsWrittenDown() throws Exception {
        var root = root();
        var missing = new TreeSet<String>();
        for (var source : sources(root)) {
            DECISION.matcher(Files.readString(source))
                    .results()
                    .map(MatchResult.class::cast)
                    .map(match -> match.group(1))
                    .filter(number -> !written(root).contains(number))
                    .forEach(number -> missing.add("decision " + number + " in " + root.relativize(source)));
        }

        assertThat(missing).isEmpty();
    }

    private static Stream<JavaClass> pages() {
        return OURS.stream().filter(type -> type.isAnnotatedWith(Route.class));
    }

    private static boolean saysWhoMaySeeIt(JavaClass page) {
        return page.isAnnotatedWith(PermitAll.class) || page.isAnnotatedWith(AnonymousAllowed.class);
    }

    private static Set<String> written(Path root) {
        var decisions = root.resolve("docs/decisions");
        if (!Files.isDirectory(decisions)) {
            return Set.of();
        }
        try (var files = Files.list(decisions)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-.+\\.md"))
                    .map(name -> name.substring(0, 4))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var tree = Files.walk(root, 1)) {
            return tree.filter(Files::isDirectory)
                    .filter(directory -> Files.exists(directory.resolve("src")))
                    .flatMap(module -> files(module.resolve("src")))
                    .toList();
        }
    }

    private static Stream<Path> files(Path directory) {
        try (var tree = Files.walk(directory)) {
            return tree
                    .filter(file -> SOURCES.contains(file.toString().replaceAll(".*\\.", "")))
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (directory.getParent() != null && Files.exists(directory.resolveSibling("pom.xml"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
