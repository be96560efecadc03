package io.patchbay.setup;

import io.patchbay.company.CompanyGroupId;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the first step.
 *
 * @param companyGroup null for an instance
 */
public record General(Name name, @Nullable CompanyGroupId companyGroup, Environment environment) {

    /** As a person typed it. */
    public record Typed(
            @Nullable String name,
            @Nullable CompanyGroupId companyGroup,
            @Nullable Environment environment) implements SetupAnswer {

        @Override
        public SetupStep step() {
            return SetupStep.GENERAL;
        }
    }
}
