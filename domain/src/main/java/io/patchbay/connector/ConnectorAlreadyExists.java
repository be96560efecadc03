package io.patchbay.connector;

import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.Environment;
import java.util.List;

/**
 * The place is taken.
 *
 * @param existing the connector that takes it
 */
public record ConnectorAlreadyExists(Connector existing) implements Refusal {

    @Override
    public RefusalCode code() {
        return RefusalCode.CONNECTOR_ALREADY_EXISTS;
    }

    @Override
    public List<String> field() {
        return List.of("companyGroupId");
    }

    @Override
    public String reason() {
        return existing.access().environment() == Environment.LIVE ? "connector.live-exists" : "connector.test-exists";
    }

    @Override
    public List<Object> arguments() {
        return List.of(existing.name().value());
    }
}
