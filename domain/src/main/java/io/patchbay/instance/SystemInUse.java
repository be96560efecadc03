package io.patchbay.instance;

import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import java.util.List;

/**
 * Instances are made of the system.
 *
 * @param instances the first of them, at most {@link #NAMED}
 */
public record SystemInUse(List<Instance> instances) implements Refusal {

    /** How many instances are named. */
    public static final int NAMED = 10;

    public SystemInUse {
        instances = List.copyOf(instances);
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.SYSTEM_IN_USE;
    }

    @Override
    public List<String> field() {
        return List.of("systemSlug");
    }

    @Override
    public String reason() {
        return instances.size() < NAMED ? "system.in-use" : "system.in-use-many";
    }

    @Override
    public List<Object> arguments() {
        return List.of(String.join(
                ", ", instances.stream().map(it -> it.name().value()).toList()));
    }
}
