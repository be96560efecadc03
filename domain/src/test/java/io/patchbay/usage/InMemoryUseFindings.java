package io.patchbay.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Remembers what it was told. Whatever is confirmed was operational, unless it is told otherwise. */
public class InMemoryUseFindings implements UseFindings {

    private final List<Finding> confirmed = new ArrayList<>();
    private final List<Finding> told = new ArrayList<>();
    private boolean nothingOperational;
    private boolean broken;

    public void nothingIsOperational() {
        nothingOperational = true;
    }

    public void breakDown() {
        broken = true;
    }

    public List<Finding> confirmed() {
        return confirmed;
    }

    public List<Finding> told() {
        return told;
    }

    @Override
    public List<Finding> confirm(Collection<Finding> findings) {
        if (nothingOperational) {
            return List.copyOf(findings);
        }
        confirmed.addAll(findings);
        return List.of();
    }

    @Override
    public void tell(Finding finding) {
        told.add(finding);
        if (broken) {
            throw new IllegalStateException("The database is away");
        }
    }
}
