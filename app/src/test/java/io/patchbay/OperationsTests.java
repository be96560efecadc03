package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import io.patchbay.shared.UseCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.data.method.annotation.MutationMapping;

/** What a page can do, a client can do. */
class OperationsTests {

    /** What only pages do, and why. */
    private static final Map<String, String> FOR_PAGES_ONLY = Map.of(
            "Registration.register", "Nobody can have a token before there is a company",
            "Registration.state", "Tells the page of the registration what to show",
            "KeyCare.allowed", "Tells a page what to offer; a client is told by a refusal",
            "AuthorizationStart.find", "Tells a page what it was opened for; a client asks for the connector",
            "DraftAuthorization.ready", "Says on a page why nothing came of it; a client is told when it starts again",
            "Tokens.find", "Tells a page as whom it is connected");

    /** What pages do otherwise than clients, and what clients do instead. */
    private static final Map<String, String> ANOTHER_WAY = Map.of(
            "DraftSetup.answerMethod", "DraftSetup.answer",
            "DraftSetup.answerCredentials", "DraftSetup.answer",
            "DraftSetup.unfinished", "DraftSetup.page",
            "Uptimes.pictures", "Uptimes.of",
            "UsageReading.lastDay", "UsageReading.last");

    /** What pages read otherwise than clients, and what clients read instead. */
    private static final Map<String, String> READ_ANOTHER_WAY =
            Map.of("Connectors.countByStatus", "Connectors.count", "Instances.countByStatus", "Instances.count");

    /** Use cases whose operations are one statement each, and wait for nobody. */
    private static final Set<String> WITHOUT_TRANSACTION_BUT_AT_ONCE = Set.of("ApiAccess");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.patchbay");

    @Test
    void whateverAPageDoesAClientCanDo() {
        var pages = operations(".ui");
        var clients = operations(".api");
        var missing = new TreeSet<>(pages);
        missing.removeAll(clients);

        assertThat(pages).hasSizeGreaterThan(15);
        assertThat(missing)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(FOR_PAGES_ONLY.keySet().stream(), ANOTHER_WAY.keySet().stream())
                                .toList());
        assertThat(clients).containsAll(ANOTHER_WAY.values());
    }

    @Test
    void whateverAPageReadsFromTheDatabaseAClientCanRead() {
        var pages = reads(".ui");
        var clients = reads(".api");
        var missing = new TreeSet<>(pages);
        missing.removeAll(clients);

        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(missing).isEqualTo(READ_ANOTHER_WAY.keySet());
        assertThat(clients).containsAll(READ_ANOTHER_WAY.values());
    }

    @Test
    void whateverWaitsForAThirdPartySaysSo() {
        var waiting = OURS.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(MutationMapping.class))
                .filter(OperationsTests::waits)
                .map(JavaMethod::getName)
                .collect(Collectors.toSet());

        assertThat(waiting).isNotEmpty().isEqualTo(mutationsThatSayThatTheyWait());
    }

    private static Set<String> operations(String layer) {
        return OURS.stream()
                .filter(type -> type.getPackageName().endsWith(layer))
                .flatMap(type -> accesses(type.getAccessesFromSelf()))
                .filter(target -> target.getOwner().isAnnotatedWith(UseCase.class))
                .map(target -> target.getOwner().getSimpleName() + "." + target.getName())
                .filter(name -> !name.contains("<init>"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By ports: the interfaces of the domain that the database stands behind. */
    private static Set<String> reads(String layer) {
        var ports = OURS.stream()
                .filter(type -> type.getPackageName().endsWith(".persistence"))
                .flatMap(type -> type.getAllRawInterfaces().stream())
                .filter(type -> type.getPackageName().startsWith("io.patchbay."))
                .collect(Collectors.toSet());
        return OURS.stream()
                .filter(type -> type.getPackageName().endsWith(layer))
                .flatMap(type -> accesses(type.getAccessesFromSelf()))
                .filter(target -> ports.contains(target.getOwner()))
                .map(target -> target.getOwner().getSimpleName() + "." + target.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean waits(JavaMethod mutation) {
        return accesses(mutation.getAccessesFromSelf())
                .map(AccessTarget::getOwner)
                .anyMatch(OperationsTests::waits);
    }

    private static boolean waits(JavaClass type) {
        return type.isAnnotatedWith(UseCase.class)
                && !type.getAnnotationOfType(UseCase.class).inTransaction()
                && !WITHOUT_TRANSACTION_BUT_AT_ONCE.contains(type.getSimpleName());
    }

    private static Stream<? extends AccessTarget> accesses(Set<? extends JavaAccess<?>> accesses) {
        return accesses.stream().map(JavaAccess::getTarget);
    }

    private static Set<String> mutationsThatSayThatTheyWait() {
        return Stream.of(schemaFiles())
                .flatMap(sdl -> {
                    var types = new SchemaParser().parse(sdl);
                    return Stream.concat(
                            types.getType("Mutation", ObjectTypeDefinition.class).stream(),
                            types.objectTypeExtensions().getOrDefault("Mutation", java.util.List.of()).stream());
                })
                .flatMap(mutation -> mutation.getFieldDefinitions().stream())
                .filter(field -> field.hasDirective("waits"))
                .map(FieldDefinition::getName)
                .collect(Collectors.toSet());
    }

    private static String[] schemaFiles() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls"))
                    .map(file -> {
                        try {
                            return file.getContentAsString(StandardCharsets.UTF_8);
                        } catch (IOException unreadable) {
                            throw new java.io.UncheckedIOException(unreadable);
                        }
                    })
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
