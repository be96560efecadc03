package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.access.SystemAccess;
import io.patchbay.ui.SystemIcon;

/** The tile of a connector or an instance, a link to its page: its system's icon, name, where it belongs, and status. */
public final class AccessCard extends Composite<Anchor> {

    public AccessCard(SystemAccess access, String address, String belongsTo) {
        var name = new Span(access.name().value());
        name.addClassName("pb-name");
        var place = new Span(belongsTo);
        place.addClassNames("pb-muted", "pb-small");
        getContent().setHref(address);
        getContent().addClassName("pb-tile");
        getContent().add(new SystemIcon(access.system().slug()));
        getContent().add(new Div(name, place, new StatusBadge(access.status())));
    }
}
