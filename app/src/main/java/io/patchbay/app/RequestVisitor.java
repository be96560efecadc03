package io.patchbay.app;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.patchbay.company.ui.Visitor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The visitor of the request that is being answered. */
@Component
class RequestVisitor implements Visitor {

    // Enough for those who type wrong, too few for trying out e-mail addresses and set-up codes.
    private final Budgets attempts = new Budgets(10, Duration.ofMinutes(10));

    @Override
    public boolean sitsAtTheMachine() {
        var request = VaadinRequest.getCurrent();
        return request != null && Boolean.TRUE.equals(request.getAttribute(ForwardedRequests.AT_THE_MACHINE));
    }

    @Override
    public boolean mayTryToRegister() {
        return attempts.use(Network.of(address())).isConsumed();
    }

    private static @Nullable String address() {
        var request = VaadinRequest.getCurrent();
        return request != null
                ? request.getRemoteAddr()
                : VaadinSession.getCurrent().getBrowser().getAddress();
    }
}
