package io.patchbay.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.access.ui.StatusBadge;
import io.patchbay.attention.Concern;
import io.patchbay.attention.Severity;

/** What is the matter, in two or three words. What works in part is operational, and yet not to be shown as if all were well. */
final class SeverityBadge {

    private SeverityBadge() {}

    static Component of(Concern concern) {
        return concern.severity() == Severity.LIMITED
                ? limited()
                : new StatusBadge(concern.access().status());
    }

    private static Badge limited() {
        var badge = new Badge(I18NProvider.translate("attention.severity.LIMITED"));
        badge.setIcon(VaadinIcon.EXCLAMATION_CIRCLE_O.create());
        badge.addThemeVariants(BadgeVariant.WARNING);
        return badge;
    }
}
