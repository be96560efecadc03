package io.patchbay.instance.ui;

import io.patchbay.access.AccessId;
import io.patchbay.access.ui.AccessOperations;
import io.patchbay.access.ui.AccessState;
import io.patchbay.access.ui.TypedSettings;
import io.patchbay.credential.GivenCredential;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.InstanceAdministration;
import io.patchbay.instance.InstanceAdministration.Change;
import io.patchbay.instance.InstanceAdministration.LimitChange;
import io.patchbay.instance.Instances;
import io.patchbay.instance.RateLimitInput;
import io.patchbay.shared.Outcome;
import java.util.List;
import java.util.Optional;

/** What the pages of one instance do with it. */
record InstanceOperations(
        AccessId id, Instances instances, InstanceAdministration administration, CurrentViewer currentViewer)
        implements AccessOperations {

    static AccessState state(Instance instance) {
        return new AccessState(instance.access(), instance.rateLimit());
    }

    @Override
    public Optional<AccessState> current() {
        return instances.find(currentViewer.viewer().companyId(), id).map(InstanceOperations::state);
    }

    @Override
    public Outcome<AccessState> change(int version, TypedSettings settings) {
        var limit = settings.limit() == null
                ? null
                : new RateLimitInput(
                        settings.limit().requests(), settings.limit().per());
        var change = new Change(settings.name(), settings.timeZone(), settings.dateFormat(), new LimitChange(limit));
        return administration.update(id, version, change).map(InstanceOperations::state);
    }

    @Override
    public Outcome<AccessState> replaceCredentials(int version, String method, List<GivenCredential> credentials) {
        return administration
                .replaceCredentials(id, version, method, credentials)
                .map(InstanceOperations::state);
    }

    @Override
    public Outcome<AccessState> remove(int version) {
        return administration.remove(id, version).map(InstanceOperations::state);
    }
}
