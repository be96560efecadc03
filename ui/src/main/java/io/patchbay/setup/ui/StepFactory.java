package io.patchbay.setup.ui;

import com.vaadin.flow.router.QueryParameters;
import io.patchbay.access.ui.CredentialFields;
import io.patchbay.access.ui.Endings;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftChecking;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupForm;
import io.patchbay.setup.SetupStep;
import io.patchbay.shared.Ids;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Notifications;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes each step's form, with the use case that takes its answer. */
@Component
class StepFactory {

    private final DraftSetup setup;
    private final DraftChecking checking;
    private final CompanyGroups groups;
    private final CompanyAdministration companies;
    private final Consent consent;
    private final Clock clock;

    StepFactory(
            DraftSetup setup,
            DraftChecking checking,
            CompanyGroups groups,
            CompanyAdministration companies,
            Consent consent,
            Clock clock) {
        this.setup = setup;
        this.checking = checking;
        this.groups = groups;
        this.companies = companies;
        this.consent = consent;
        this.clock = clock;
    }

    /** The first step, starting with its answer or else with what the address asks for. */
    GeneralStep general(Draft draft, SystemDefinition system, QueryParameters query, Consumer<Draft> next) {
        var group = form(draft, system).asks(SetupStep.GENERAL, "companyGroupId")
                ? new CompanyGroupField(draft.companyId(), groups, companies)
                : null;
        var known = draft.general() == null
                ? new General.Typed(null, group(query), environment(query))
                : new General.Typed(
                        draft.general().name().value(),
                        draft.general().companyGroup(),
                        draft.general().environment());
        return new GeneralStep(system, group, typed -> setup.answer(draft.id(), typed), next).startingWith(known);
    }

    TimeAndDateStep timeAndDate(Draft draft, SystemDefinition system, Consumer<Draft> next) {
        return new TimeAndDateStep(form(draft, system), clock, typed -> setup.answer(draft.id(), typed), next)
                .startingWith(draft.timeAndDate());
    }

    AuthenticationStep authentication(Draft draft, SystemDefinition system, Consumer<Draft> next) {
        return new AuthenticationStep(
                system, draft.credentials(), method -> setup.answerMethod(draft.id(), method), next);
    }

    /** The last step, whose method is known because it can be reached. */
    CredentialsStep credentials(Draft draft, SystemDefinition system, Consumer<Draft> create) {
        var saved = Objects.requireNonNull(draft.credentials());
        var method = system.method(saved.method()).orElseThrow();
        var step = new CredentialsStep(
                draft.kind(),
                method,
                new CredentialFields(method, saved, endings(draft)),
                given -> setup.answerCredentials(draft.id(), given),
                create,
                moved -> moveToNewGroup(draft, moved));
        if (method.needsRedirect()) {
            step.prepared(consent.preparation(system, method));
        }
        return checking.available(draft, system) ? step.testing(() -> checking.check(draft.id())) : step;
    }

    private Endings endings(Draft draft) {
        return new Endings(Objects.requireNonNull(draft.general()).environment(), clock.instant());
    }

    private static SetupForm form(Draft draft, SystemDefinition system) {
        return SetupForm.of(draft.kind(), system, null);
    }

    private void moveToNewGroup(Draft draft, Runnable moved) {
        var general = Objects.requireNonNull(draft.general());
        new NewGroupDialog(companies::createGroup, group -> {
                    setup.answer(
                            draft.id(), new General.Typed(general.name().value(), group.id(), general.environment()));
                    moved.run();
                    Notifications.done("setup.place-taken.moved", group.name());
                })
                .open();
    }

    private static @Nullable CompanyGroupId group(QueryParameters query) {
        return query.getSingleParameter("group")
                .flatMap(Ids::parse)
                .map(CompanyGroupId::new)
                .orElse(null);
    }

    private static @Nullable Environment environment(QueryParameters query) {
        return query.getSingleParameter("environment")
                .flatMap(wanted -> Stream.of(Environment.values())
                        .filter(environment -> environment.name().equalsIgnoreCase(wanted))
                        .findFirst())
                .orElse(null);
    }
}
