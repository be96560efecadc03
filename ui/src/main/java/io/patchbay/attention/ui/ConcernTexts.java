package io.patchbay.attention.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.access.ui.Labels;
import io.patchbay.attention.Concern;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import org.springframework.stereotype.Component;

/** What pages say about a connector or an instance that something is the matter with. */
@Component
class ConcernTexts {

    private final SystemDefinitions systems;

    ConcernTexts(SystemDefinitions systems) {
        this.systems = systems;
    }

    /** Its page. */
    static String address(Concern concern) {
        var id = concern.access().id().value();
        return switch (concern.kind()) {
            case CONNECTOR -> Addresses.connector(id);
            case INSTANCE -> Addresses.instance(id);
        };
    }

    /** Where its credentials are replaced. */
    static String settings(Concern concern) {
        var id = concern.access().id().value();
        return switch (concern.kind()) {
            case CONNECTOR -> Addresses.connectorSettings(id);
            case INSTANCE -> Addresses.instanceSettings(id);
        };
    }

    /** Its system, its group if it has one, and its environment. */
    String belongsTo(Concern concern) {
        var slug = concern.access().system();
        var system = systems.find(slug).map(SystemDefinition::name).orElse(slug.slug());
        var environment = Labels.of(concern.access().environment());
        return concern.subject() instanceof ConnectorSummary connector
                ? I18NProvider.translate(
                        "attention.belongs-to.connector",
                        system,
                        connector.group().name().value(),
                        environment)
                : I18NProvider.translate("attention.belongs-to.instance", system, environment);
    }

    /** Why it is as it is, in a sentence. */
    static String reason(Concern concern) {
        var check = concern.access().lastCheck();
        var reason = check == null ? null : check.reason();
        return I18NProvider.translate(
                reason == null
                        ? "access.summary.status." + concern.access().status()
                        : "access.check.reason." + reason);
    }
}
