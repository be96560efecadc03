package io.patchbay.connector;

import io.patchbay.access.AccessSearch;
import io.patchbay.company.CompanyGroupId;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among connectors.
 *
 * @param group null: any
 */
public record ConnectorSearch(AccessSearch access, @Nullable CompanyGroupId group) {

    public static final ConnectorSearch ANY = new ConnectorSearch(AccessSearch.ANY, null);
}
