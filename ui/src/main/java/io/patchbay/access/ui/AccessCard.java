package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.SystemAccess;
import io.patchbay.ui.SystemIcon;
import org.jspecify.annotations.Nullable;

/** The tile of a connector or an instance, a link to its page: its system's icon, name, where it belongs, and status. */
public final class AccessCard extends Composite<Anchor> {

    private final Span name = new Span();
    private final Span place = new Span();
    private final Div words = new Div(name, place);
    private @Nullable StatusBadge badge;
    private @Nullable AccessStatus shown;

    public AccessCard(SystemAccess access, String address, String belongsTo) {
        name.addClassName("pb-name");
        place.addClassNames("pb-muted", "pb-small");
        getContent().setHref(address);
        getContent().addClassName("pb-tile");
        getContent().add(new SystemIcon(access.system().slug()));
        getContent().add(words);
        show(access, belongsTo);
    }

    /** Shows how it is now. The link stays the same, so whoever has it in focus keeps it. */
    public void show(SystemAccess access, String belongsTo) {
        name.setText(access.name().value());
        place.setText(belongsTo);
        if (access.status() != shown) {
            var now = new StatusBadge(access.status());
            if (badge != null) {
                words.remove(badge);
            }
            words.add(now);
            badge = now;
            shown = access.status();
        }
    }
}
