package io.patchbay.connector;

import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import java.util.List;

/**
 * Connectors belong to the group.
 *
 * @param connectors the first of them, at most {@link #NAMED}
 */
public record CompanyGroupNotEmpty(List<Connector> connectors) implements Refusal {

    /** How many connectors are named. */
    public static final int NAMED = 10;

    public CompanyGroupNotEmpty {
        connectors = List.copyOf(connectors);
    }

    @Override
    public RefusalCode code() {
        return RefusalCode.COMPANY_GROUP_NOT_EMPTY;
    }

    @Override
    public List<String> field() {
        return List.of("id");
    }

    @Override
    public String reason() {
        return connectors.size() < NAMED ? "company-group.not-empty" : "company-group.not-empty-many";
    }

    @Override
    public List<Object> arguments() {
        return List.of(String.join(
                ", ", connectors.stream().map(it -> it.name().value()).toList()));
    }
}
