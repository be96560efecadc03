package io.patchbay.access.ui;

import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.StaleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a person is editing: the state they saw, from which every change starts, and everybody who wants to know a newer one. */
final class AccessEditor {

    private final AccessOperations operations;
    private final List<Consumer<AccessState>> readers = new ArrayList<>();
    private AccessState shown;

    AccessEditor(AccessState shown, AccessOperations operations) {
        this.shown = shown;
        this.operations = operations;
    }

    AccessState shown() {
        return shown;
    }

    AccessOperations operations() {
        return operations;
    }

    void tell(Consumer<AccessState> reader) {
        readers.add(reader);
    }

    /** Goes on from another state than before. */
    void goOnFrom(AccessState state) {
        shown = state;
        readers.forEach(reader -> reader.accept(state));
    }

    /** Changes the thing from the state that was shown; where that worked, everybody goes on from the new one. */
    Outcome<AccessState> change(Function<Integer, Outcome<AccessState>> change) {
        var outcome = change.apply(shown.version());
        if (outcome instanceof Outcome.Done<AccessState>(var state)) {
            goOnFrom(state);
        }
        return outcome;
    }

    /** Whether somebody else was faster. */
    static boolean stale(List<Refusal> refusals) {
        return refusals.stream().anyMatch(StaleVersion.class::isInstance);
    }
}
