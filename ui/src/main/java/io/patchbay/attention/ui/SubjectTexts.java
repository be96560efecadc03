package io.patchbay.attention.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.Labels;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.system.CredentialField;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.ui.Addresses;
import org.springframework.stereotype.Component;

/** What pages say about the connector or instance that something is the matter with, and where they lead. */
@Component
class SubjectTexts {

    private final SystemDefinitions systems;

    SubjectTexts(SystemDefinitions systems) {
        this.systems = systems;
    }

    /** Its page. */
    static String address(AccessKind kind, HasAccess subject) {
        var id = subject.access().id().value();
        return switch (kind) {
            case CONNECTOR -> Addresses.connector(id);
            case INSTANCE -> Addresses.instance(id);
        };
    }

    /** Where its credentials are replaced. */
    static String settings(AccessKind kind, HasAccess subject) {
        var id = subject.access().id().value();
        return switch (kind) {
            case CONNECTOR -> Addresses.connectorSettings(id);
            case INSTANCE -> Addresses.instanceSettings(id);
        };
    }

    /** Its system, its group if it has one, and its environment. */
    String belongsTo(HasAccess subject) {
        var slug = subject.access().system();
        var system = systems.find(slug).map(SystemDefinition::name).orElse(slug.slug());
        var environment = Labels.of(subject.access().environment());
        return subject instanceof ConnectorSummary connector
                ? I18NProvider.translate(
                        "attention.belongs-to.connector",
                        system,
                        connector.group().name().value(),
                        environment)
                : I18NProvider.translate("attention.belongs-to.instance", system, environment);
    }

    /** What the vendor calls a credential; its key, where that is not known any more. */
    String credential(SystemAccess access, String key) {
        return systems.find(access.system())
                .flatMap(system -> system.method(access.credentials().method()))
                .flatMap(method -> method.field(key))
                .map(CredentialField::label)
                .orElse(key);
    }

    /** Why it is as it is, in a sentence. */
    static String reason(SystemAccess access) {
        var check = access.lastCheck();
        var reason = check == null ? null : check.reason();
        return I18NProvider.translate(
                reason == null ? "access.summary.status." + access.status() : "access.check.reason." + reason);
    }
}
