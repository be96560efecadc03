package io.patchbay.setup.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.access.ui.Labels;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.SystemIcon;

/** A system among others; the whole card leads to its page. */
class SystemTile extends Anchor {

    private static final long serialVersionUID = 1;

    SystemTile(SystemDefinition system, QueryParameters passedOn) {
        var query = passedOn.getQueryString();
        setHref(Addresses.system(system.id().slug()) + (query.isEmpty() ? "" : "?" + query));
        addClassName("pb-tile");
        var name = new Span(system.name());
        name.addClassName("pb-name");
        var category = new Span(Labels.of(system.category()));
        category.addClassNames("pb-muted", "pb-small");
        var description = new Span(system.description());
        description.addClassNames("pb-muted", "pb-clamp");
        add(new SystemIcon(system.id().slug()), new Div(name, category, description));
    }
}
