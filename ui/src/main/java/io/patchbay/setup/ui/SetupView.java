package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftCreation;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.SetupStep;
import io.patchbay.setup.StepNotReachable;
import io.patchbay.shared.Ids;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.Questions;
import io.patchbay.ui.Refusals;
import io.patchbay.ui.SystemIcon;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The wizard: one draft, one step. The address names both; the draft says whether the step can be reached. */
@PermitAll
@Route(value = "setup/:draft/:step?", layout = MainLayout.class)
class SetupView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    /** The query parameter that tells which step was asked for but cannot be reached. */
    private static final String ASKED = "asked";

    private final transient DraftSetup setup;
    private final transient DraftCreation creation;
    private final transient SystemDefinitions systems;
    private final transient StepFactory steps;
    private final transient Consent consent;

    private String title = "";
    private @Nullable CredentialsStep unsaved;

    SetupView(DraftSetup setup, DraftCreation creation, SystemDefinitions systems, StepFactory steps, Consent consent) {
        this.setup = setup;
        this.creation = creation;
        this.systems = systems;
        this.steps = steps;
        this.consent = consent;
    }

    static String address(DraftId draft, SetupStep step, QueryParameters query) {
        var path = Addresses.setup(draft.value()) + "/" + Steps.slug(step);
        return query.getParameters().isEmpty() ? path : path + "?" + query.getQueryString();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", title);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        unsaved = null;
        var draft =
                event.getRouteParameters().get("draft").flatMap(Ids::parse).flatMap(id -> setup.find(new DraftId(id)));
        var system = draft.flatMap(found -> systems.find(found.system()));
        if (draft.isEmpty() || system.isEmpty()) {
            showGone(event.getLocation().getQueryParameters());
        } else {
            enter(event, draft.get(), system.get());
        }
    }

    /** Keeps what is typed among the credentials, which no button saves before the last one creates. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (unsaved == null) {
            return;
        }
        var step = unsaved;
        unsaved = null;
        if (step.asksBrowser()) {
            var leaving = event.postpone();
            step.keep(refusals -> {
                tellUnkept(refusals);
                leaving.proceed();
            });
        } else {
            step.keep(this::tellUnkept);
        }
    }

    private void enter(BeforeEnterEvent event, Draft draft, SystemDefinition system) {
        var step = event.getRouteParameters().get("step").flatMap(Steps::parse);
        if (step.isPresent() && step.get() == SetupStep.CREDENTIALS && methodIsGone(draft, system)) {
            event.forwardTo(address(draft.id(), SetupStep.AUTHENTICATION, QueryParameters.empty()));
        } else if (step.isPresent() && draft.reachable(step.get())) {
            show(draft, system, step.get(), event.getLocation().getQueryParameters());
        } else {
            var query = step.map(asked -> QueryParameters.of(ASKED, Steps.slug(asked)))
                    .orElse(event.getLocation().getQueryParameters());
            event.forwardTo(address(draft.id(), draft.nextStep(), QueryParameters.empty()), query);
        }
    }

    /** Definitions change with new releases of Patchbay, while drafts wait. */
    private static boolean methodIsGone(Draft draft, SystemDefinition system) {
        return draft.credentials() != null
                && system.method(draft.credentials().method()).isEmpty();
    }

    private void show(Draft draft, SystemDefinition system, SetupStep step, QueryParameters query) {
        title = Questions.words(step.title()) + " · " + system.name();
        var why = new Refusals();
        var content = content(draft, system, step, query);
        var panel = new Div(why, content);
        panel.addClassName("pb-panel");
        add(header(draft, system), new Steps(draft, step, refusal -> why.show(List.of(refusal))), panel);
        if (query.getSingleParameter(ASKED)
                .flatMap(Steps::parse)
                .filter(asked -> !draft.reachable(asked))
                .isPresent()) {
            why.show(List.of(new StepNotReachable(draft.nextStep())));
        }
    }

    private Component content(Draft draft, SystemDefinition system, SetupStep step, QueryParameters query) {
        return switch (step) {
            case GENERAL -> steps.general(draft, system, query, after(step));
            case TIME_AND_DATE -> steps.timeAndDate(draft, system, after(step));
            case AUTHENTICATION -> steps.authentication(draft, system, after(step));
            case CREDENTIALS -> credentials(draft, system, query);
        };
    }

    private CredentialsStep credentials(Draft draft, SystemDefinition system, QueryParameters query) {
        var step = steps.credentials(draft, system, answered -> finish(answered, system));
        var refusals = consent.refusals(draft.id(), system, query);
        if (!refusals.isEmpty()) {
            step.showing(refusals);
        }
        unsaved = step;
        return step;
    }

    private Consumer<Draft> after(SetupStep step) {
        return draft -> go(address(draft.id(), step.next().orElse(step), QueryParameters.empty()));
    }

    private void finish(Draft draft, SystemDefinition system) {
        var needsRedirect = Optional.ofNullable(draft.credentials())
                .flatMap(chosen -> system.method(chosen.method()))
                .filter(AuthenticationMethod::needsRedirect)
                .isPresent();
        if (needsRedirect) {
            connect(draft, system);
        } else {
            create(draft, system);
        }
    }

    private void connect(Draft draft, SystemDefinition system) {
        switch (consent.start(draft.id())) {
            case Outcome.Done<String>(var address) -> {
                unsaved = null;
                getUI().ifPresent(ui -> ui.getPage().setLocation(address));
            }
            case Outcome.Refused<String> refused -> showAgain(draft, system, refused.refusals());
        }
    }

    private void create(Draft draft, SystemDefinition system) {
        switch (creation.create(draft.id())) {
            case Outcome.Done<DraftCreation.Created>(DraftCreation.Created(var kind, var id)) -> {
                unsaved = null;
                Notifications.done(
                        "setup.created." + kind.name(),
                        draft.general() == null ? "" : draft.general().name());
                go(kind == SetupKind.CONNECTOR ? Addresses.connector(id.value()) : Addresses.instance(id.value()));
            }
            case Outcome.Refused<DraftCreation.Created> refused -> showAgain(draft, system, refused.refusals());
        }
    }

    private void showAgain(Draft draft, SystemDefinition system, List<Refusal> refusals) {
        removeAll();
        show(draft, system, SetupStep.CREDENTIALS, QueryParameters.empty());
        Optional.ofNullable(unsaved).ifPresent(step -> step.showing(refusals));
    }

    private PageHeader header(Draft draft, SystemDefinition system) {
        var discard = new Button(getTranslation("setup.discard"), click -> askToDiscard(draft));
        discard.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return new PageHeader(getTranslation("setup.title." + draft.kind().name(), system.name()))
                .led(new SystemIcon(system.id().slug()))
                .explained(getTranslation("setup.kept"))
                .with(discard);
    }

    private void askToDiscard(Draft draft) {
        var dialog = new ConfirmDialog(
                getTranslation("setup.discard.title"),
                getTranslation("setup.discard.text"),
                getTranslation("setup.discard"),
                confirmed -> discard(draft),
                getTranslation("setup.discard.keep"),
                cancelled -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void discard(Draft draft) {
        unsaved = null;
        setup.discard(draft.id());
        Notifications.done("setup.discarded");
        go(draft.kind() == SetupKind.CONNECTOR ? Addresses.CONNECTORS : Addresses.INSTANCES);
    }

    private void showGone(QueryParameters query) {
        title = getTranslation("setup.gone.title");
        var why = new Refusals();
        add(
                new PageHeader(title),
                why,
                new EmptyState(
                        getTranslation("setup.gone.heading"),
                        getTranslation("setup.gone.text"),
                        PageLink.primary(Addresses.NEW_CONNECTOR, getTranslation("setup.gone.again")),
                        PageLink.secondary(Addresses.CONNECTORS, getTranslation("setup.gone.connectors"))));
        why.show(consent.refusals(query));
    }

    private void tellUnkept(List<Refusal> refusals) {
        refusals.forEach(refusal ->
                Notifications.warn(getTranslation("setup.credentials.not-kept", refusal.message(getLocale()))));
    }

    private void go(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }
}
