package io.patchbay.setup.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.setup.Draft;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.SystemIcon;

/** An unfinished wizard; the whole card leads back into it. */
class DraftTile extends Anchor {

    private static final long serialVersionUID = 1;

    DraftTile(Draft draft, SystemDefinition system) {
        setHref(Addresses.setup(draft.id().value()));
        addClassName("pb-tile");
        var name = new Span(
                draft.general() == null ? system.name() : draft.general().name().value());
        name.addClassName("pb-name");
        var next = getTranslation("setup." + Steps.slug(draft.nextStep()) + ".title");
        var where = new Span(getTranslation("setup.draft." + draft.kind().name(), system.name(), next));
        where.addClassNames("pb-muted", "pb-small");
        add(new SystemIcon(system.id().slug()), new Div(name, where));
    }
}
