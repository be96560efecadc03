package io.patchbay.instance.ui;

import com.vaadin.flow.router.RouteParameters;
import io.patchbay.access.AccessId;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.shared.Ids;
import io.patchbay.ui.PageSubject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The instance that an address names, if it is the viewer's. */
@Component
class InstanceSubject implements PageSubject {

    private final Instances instances;
    private final CurrentViewer currentViewer;

    InstanceSubject(Instances instances, CurrentViewer currentViewer) {
        this.instances = instances;
        this.currentViewer = currentViewer;
    }

    @Override
    public Class<InstanceView> page() {
        return InstanceView.class;
    }

    @Override
    public boolean exists(RouteParameters address) {
        return find(address).isPresent();
    }

    Optional<Instance> find(RouteParameters address) {
        return address.get("id")
                .flatMap(Ids::parse)
                .flatMap(id -> instances.find(currentViewer.viewer().companyId(), new AccessId(id)));
    }
}
