package io.patchbay.setup.api;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.credential.GivenCredential;
import io.patchbay.instance.RateLimitInput;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupAnswer;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.system.Environment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to one step; GraphQL sees to it that exactly one of these is there. */
record SetupAnswerInput(
        @Nullable GeneralAnswerInput general,
        @Nullable TimeAndDateAnswerInput timeAndDate,
        @Nullable AuthenticationAnswerInput authentication,
        @Nullable CredentialsAnswerInput credentials) {

    SetupAnswer answer() {
        if (general != null) {
            return new General.Typed(general.name(), general.group(), general.environment());
        }
        if (timeAndDate != null) {
            return new TimeAndDate.Typed(timeAndDate.timeZone(), timeAndDate.dateFormat(), timeAndDate.rateLimit());
        }
        return authentication != null
                ? new SetupAnswer.Method(authentication.authenticationMethod())
                : new SetupAnswer.Values(Objects.requireNonNull(credentials).credentials());
    }

    record GeneralAnswerInput(
            @Nullable String name,
            @Nullable String companyGroupId,
            @Nullable Environment environment) {

        private @Nullable CompanyGroupId group() {
            return companyGroupId == null
                    ? null
                    : new CompanyGroupId(GlobalId.uuid(NodeType.COMPANY_GROUP, companyGroupId));
        }
    }

    record TimeAndDateAnswerInput(
            @Nullable String timeZone,
            @Nullable String dateFormat,
            @Nullable RateLimitInput rateLimit) {}

    record AuthenticationAnswerInput(@Nullable String authenticationMethod) {}

    record CredentialsAnswerInput(List<GivenCredential> credentials) {}
}
