package io.patchbay.instance;

import io.patchbay.access.AccessChecking;
import io.patchbay.access.AccessId;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;

/** Checks whether an instance's system answers and accepts its credentials. */
@UseCase(inTransaction = false)
public class InstanceChecking {

    private final Instances instances;
    private final AccessChecking checking;
    private final CurrentViewer currentViewer;

    public InstanceChecking(Instances instances, AccessChecking checking, CurrentViewer currentViewer) {
        this.instances = instances;
        this.checking = checking;
        this.currentViewer = currentViewer;
    }

    /** Checks the viewer's instance of this id, and gives it with the result as its last check. */
    public Outcome<Instance> check(AccessId id) {
        var instance = instances.find(currentViewer.viewer().companyId(), id);
        if (instance.isEmpty()) {
            return Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.instance"));
        }
        return checking.check(instance.get().access()).map(instance.get()::with);
    }
}
