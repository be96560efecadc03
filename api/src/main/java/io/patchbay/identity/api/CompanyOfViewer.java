package io.patchbay.identity.api;

import io.patchbay.api.AskingCompany;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.CompanyId;
import org.springframework.stereotype.Component;

@Component
class CompanyOfViewer implements AskingCompany {

    private final CurrentViewer current;

    CompanyOfViewer(CurrentViewer current) {
        this.current = current;
    }

    @Override
    public CompanyId id() {
        return current.viewer().companyId();
    }
}
