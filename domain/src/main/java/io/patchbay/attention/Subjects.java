package io.patchbay.attention;

import io.patchbay.access.AccessId;
import io.patchbay.access.HasAccess;
import io.patchbay.connector.Connectors;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the connectors and instances that something is said about: one statement for each kind that there is any of. */
record Subjects(Connectors connectors, Instances instances) {

    Map<AccessId, HasAccess> find(CompanyId company, List<AccessId> ofConnectors, List<AccessId> ofInstances) {
        var found = new HashMap<AccessId, HasAccess>();
        if (!ofConnectors.isEmpty()) {
            connectors
                    .findAll(company, ofConnectors)
                    .forEach(it -> found.put(it.access().id(), it));
        }
        if (!ofInstances.isEmpty()) {
            instances
                    .findAll(company, ofInstances)
                    .forEach(it -> found.put(it.access().id(), it));
        }
        return found;
    }
}
