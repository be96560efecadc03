package io.patchbay.connector.api;

import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.system.Environment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record ConnectorFilter(
        @Nullable Environment environment,
        @Nullable String systemSlug,
        @Nullable String companyGroupId,
        @Nullable String search,
        @Nullable Set<AccessStatus> status) {

    static ConnectorSearch searchOf(@Nullable ConnectorFilter filter) {
        return filter == null ? ConnectorSearch.ANY : filter.asSearch();
    }

    private ConnectorSearch asSearch() {
        return new ConnectorSearch(
                new AccessSearch(environment, systemSlug, search, status == null ? Set.of() : status),
                companyGroupId == null
                        ? null
                        : new CompanyGroupId(GlobalId.uuid(NodeType.COMPANY_GROUP, companyGroupId)));
    }
}
