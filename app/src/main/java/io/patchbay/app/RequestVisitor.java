package io.patchbay.app;

import com.vaadin.flow.server.VaadinRequest;
import io.patchbay.company.ui.Visitor;
import org.springframework.stereotype.Component;

/** The visitor of the request that is being answered. */
@Component
class RequestVisitor implements Visitor {

    @Override
    public boolean sitsAtTheMachine() {
        var request = VaadinRequest.getCurrent();
        return request != null && Boolean.TRUE.equals(request.getAttribute(ForwardedRequests.AT_THE_MACHINE));
    }
}
