package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessRules;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.marketplace.PrebuiltSystems;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The marketplace knows nothing of what accesses allow, so that both agree is told here. */
class PrebuiltDefaultsTests {

    static List<SystemDefinition> systems() {
        return PrebuiltSystems.load().all();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void defaultsAreWhatAPersonMightHaveChosen(SystemDefinition system) {
        assertThat(AccessRules.timeZone(system, null)).isInstanceOf(Outcome.Done.class);
        assertThat(AccessRules.dateFormat(system, null)).isInstanceOf(Outcome.Done.class);
    }
}
