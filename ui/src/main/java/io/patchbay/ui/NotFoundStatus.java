package io.patchbay.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.internal.NavigationRouteTarget;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives the document of a page that is not there its status 404. Vaadin sends the document before it looks at the address,
 * with 200 for all of them.
 */
@Component
class NotFoundStatus implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;

    private final transient List<PageSubject> subjects;

    NotFoundStatus(List<PageSubject> subjects) {
        this.subjects = subjects;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var routes = event.getSource().getRouter().getRegistry();
        event.addIndexHtmlRequestListener(response -> judge(routes, response));
    }

    private void judge(RouteRegistry routes, IndexHtmlResponse response) {
        if (!found(routes.getNavigationRouteTarget(path(response.getVaadinRequest())))) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean found(NavigationRouteTarget address) {
        var target = address.getRouteTarget();
        return target != null
                && subjects.stream()
                        .filter(subject -> subject.page().equals(target.getTarget()))
                        .allMatch(subject -> subject.exists(address.getRouteParameters()));
    }

    private static String path(VaadinRequest request) {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return new Location(path.replaceFirst("^/", "")).getPath();
    }
}
