package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Packages are features, and each uses only those before it. */
class ModularityTests {

    private static final List<List<String>> ORDER = List.of(
            List.of("shared"),
            List.of("identity", "system"),
            List.of("company", "credential"),
            List.of("token", "idempotency"),
            List.of("limit"),
            List.of("access"),
            List.of("history", "usage"),
            List.of("connector", "instance"),
            List.of("setup"),
            List.of("authorization"),
            List.of("proxy"),
            List.of("attention"),
            List.of("live"),
            List.of("dashboard", "help"),
            List.of("watching"));

    /** What belongs to a layer as a whole; everybody in that layer may use it. */
    private static final List<String> OF_NO_FEATURE =
            List.of("persistence", "postgres", "connectivity", "api", "ui", "app");

    /** A third party that is in the same jar for convenience only. */
    private static final String DEMO_SHOP = "demoshop";

    /** Without what other modules publish for tests, which a whole build sees as jars. */
    private final ApplicationModules modules = ApplicationModules.of(
            PatchbayApplication.class,
            DescribedPredicate.describe(
                    "published for tests",
                    (JavaClass type) -> type.getSource()
                            .filter(source -> source.getUri().toString().contains("-tests.jar"))
                            .isPresent()));

    @Test
    void featuresUseOnlyWhatOthersOfferAndFormNoCycles() {
        modules.verify();
    }

    @Test
    void everyFeatureHasItsPlaceInTheOrder() {
        var names = modules.stream().map(ModularityTests::name).toList();

        assertThat(names)
                .containsAll(place().keySet())
                .allMatch(name -> place().containsKey(name) || OF_NO_FEATURE.contains(name) || name.equals(DEMO_SHOP));
    }

    @Test
    void theDemoShopUsesNothingAndNothingUsesIt() {
        assertThat(used(modules.getModuleByName(DEMO_SHOP).orElseThrow())).isEmpty();
        assertThat(modules.stream().filter(module -> used(module).anyMatch(DEMO_SHOP::equals)))
                .isEmpty();
    }

    @Test
    void aFeatureUsesOnlyThoseBeforeIt() {
        var backwards = modules.stream()
                .filter(module -> place().containsKey(name(module)))
                .flatMap(module -> used(module)
                        .filter(other -> place().getOrDefault(other, -1) > place().get(name(module)))
                        .map(other -> name(module) + " uses " + other));

        assertThat(backwards).isEmpty();
    }

    private Stream<String> used(ApplicationModule module) {
        return module.getDirectDependencies(modules).uniqueModules().map(ModularityTests::name);
    }

    private static Map<String, Integer> place() {
        return ORDER.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        name -> name,
                        name -> ORDER.indexOf(ORDER.stream()
                                .filter(together -> together.contains(name))
                                .findFirst()
                                .orElseThrow())));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
