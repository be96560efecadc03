package io.patchbay.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Where nothing is at an address, or nothing that this reader may know of. */
@PermitAll
@ParentLayout(MainLayout.class)
class NotFoundView extends Composite<Div> implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NotFoundView() {
        getContent().add(new PageHeader(getTranslation("common.not-found.title")));
        getContent()
                .add(new EmptyState(
                        getTranslation("common.not-found.heading"),
                        getTranslation("common.not-found.explanation"),
                        PageLink.primary(Addresses.DASHBOARD, getTranslation("common.not-found.dashboard")),
                        PageLink.secondary(Addresses.CONNECTORS, getTranslation("common.navigation.connectors"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("common.not-found.title"));
    }
}
