package io.patchbay.instance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.Check;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.AccessSettings;
import io.patchbay.access.ui.AccessShowing;
import io.patchbay.access.ui.AccessSummary;
import io.patchbay.access.ui.AccessView;
import io.patchbay.access.ui.ConnectionTest;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.LiveStatus;
import io.patchbay.access.ui.Reconnection;
import io.patchbay.history.ui.HistoryPanels;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.InstanceAdministration;
import io.patchbay.instance.InstanceChecking;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Outcome;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageLink;
import io.patchbay.usage.ui.UsagePanels;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One instance: its summary, and its settings with everything that can be changed. */
@PermitAll
@Route(value = "instances/:id/:tab?(settings)", layout = MainLayout.class)
class InstanceView extends AccessView<Instance> {

    private final InstanceSubject subject;
    private final Instances instances;
    private final InstanceAdministration administration;
    private final InstanceChecking checking;
    private final CurrentViewer currentViewer;
    private final Reconnection reconnection;
    private final HistoryPanels histories;
    private final UsagePanels usages;
    private final AccessShowing showing;

    InstanceView(
            InstanceSubject subject,
            Instances instances,
            InstanceAdministration administration,
            InstanceChecking checking,
            CurrentViewer currentViewer,
            Reconnection reconnection,
            HistoryPanels histories,
            UsagePanels usages,
            AccessShowing showing,
            LiveStatus liveStatus) {
        super(showing, liveStatus);
        this.subject = subject;
        this.instances = instances;
        this.administration = administration;
        this.checking = checking;
        this.currentViewer = currentViewer;
        this.reconnection = reconnection;
        this.histories = histories;
        this.usages = usages;
        this.showing = showing;
    }

    @Override
    protected Optional<Instance> find(RouteParameters address) {
        return subject.find(address);
    }

    @Override
    protected Optional<Instance> find(AccessId id) {
        return instances.find(currentViewer.viewer().companyId(), id);
    }

    @Override
    protected SystemAccess access(Instance instance) {
        return instance.access();
    }

    @Override
    protected List<String> addresses(AccessId id) {
        return List.of(Addresses.instance(id.value()), Addresses.instanceSettings(id.value()));
    }

    @Override
    protected String belongsTo(Instance instance, SystemDefinition system) {
        return getTranslation(
                "instance.page.belongs-to",
                system.name(),
                Labels.of(instance.access().environment()));
    }

    @Override
    protected AccessSummary summary(Instance instance, SystemDefinition system, QueryParameters query) {
        var access = instance.access();
        var usage = usages.of(access);
        var history = histories.of(access);
        var test = new ConnectionTest(found -> found.accept(test(instance)));
        var summary = showing.summary(AccessKind.INSTANCE, access, system, test, instance.rateLimit())
                .withBelowStatus(usage, usage::showAgain)
                .withBelowStatus(history, history::showAgain);
        reconnection.ofInstance(access, query).ifPresent(summary::withConnection);
        return summary;
    }

    @Override
    protected AccessSettings settings(Instance instance, SystemDefinition system) {
        var operations = new InstanceOperations(instance.id(), instances, administration, currentViewer);
        return showing.settings(InstanceOperations.state(instance), system, operations, InstanceNavigation::toInstances)
                .withRateLimit();
    }

    @Override
    protected Component gone(String name) {
        return new EmptyState(
                getTranslation("instance.gone.heading", name),
                getTranslation("instance.gone"),
                PageLink.primary(Addresses.INSTANCES, getTranslation("instance.gone.to-list")));
    }

    private Outcome<Check> test(Instance instance) {
        return checking.check(instance.id())
                .map(checked -> Objects.requireNonNull(checked.access().lastCheck()));
    }
}
