package io.patchbay.shared;

import java.util.List;

/**
 * Somebody else changed the thing after it was read.
 *
 * @param current the thing as it is now
 */
public record StaleVersion(Object current) implements Refusal {

    @Override
    public RefusalCode code() {
        return RefusalCode.STALE_VERSION;
    }

    @Override
    public List<String> field() {
        return List.of("version");
    }

    @Override
    public String reason() {
        return "stale-version";
    }

    @Override
    public List<Object> arguments() {
        return List.of();
    }
}
