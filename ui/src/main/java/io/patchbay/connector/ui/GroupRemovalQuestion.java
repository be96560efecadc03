package io.patchbay.connector.ui;

import io.patchbay.company.CompanyGroup;
import io.patchbay.company.ui.GroupRemoval;
import io.patchbay.connector.CompanyGroupRemoval;
import org.springframework.stereotype.Component;

/** Lets the company's page remove groups without knowing connectors. */
@Component
class GroupRemovalQuestion implements GroupRemoval {

    private final CompanyGroupRemoval removal;

    GroupRemovalQuestion(CompanyGroupRemoval removal) {
        this.removal = removal;
    }

    @Override
    public void ask(CompanyGroup group, Runnable removed) {
        new GroupRemovalDialog(group, removal, removed).open();
    }
}
