package io.patchbay.attention.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.attention.Concern;
import io.patchbay.attention.Severity;
import io.patchbay.connector.ConnectorChecking;
import io.patchbay.instance.InstanceChecking;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Notifications;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Asks a system again on somebody's word, and tells them what came of it. */
@Component
class Retesting {

    private final ConnectorChecking connectors;
    private final InstanceChecking instances;

    Retesting(ConnectorChecking connectors, InstanceChecking instances) {
        this.connectors = connectors;
        this.instances = instances;
    }

    /** Asks, and says in a message whether all is well now. */
    void test(Concern concern, Locale reader) {
        switch (check(concern)) {
            case Outcome.Done<SystemAccess>(var access) -> tell(access);
            case Outcome.Refused<SystemAccess>(var refusals) ->
                refusals.forEach(refusal -> Notifications.warn(refusal.message(reader)));
        }
    }

    private Outcome<SystemAccess> check(Concern concern) {
        var id = concern.access().id();
        return switch (concern.kind()) {
            case CONNECTOR -> connectors.check(id).map(HasAccess::access);
            case INSTANCE -> instances.check(id).map(HasAccess::access);
        };
    }

    private static void tell(SystemAccess access) {
        var name = access.name().value();
        if (Severity.of(access).isEmpty()) {
            Notifications.done("attention.tested.works", name);
        } else {
            Notifications.warn(I18NProvider.translate("attention.tested.still", name));
        }
    }
}
