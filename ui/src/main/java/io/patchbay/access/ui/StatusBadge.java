package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.access.AccessStatus;

/** Whether a system lets us in, in words, with a sign and a colour that add nothing to them. */
public final class StatusBadge extends Composite<Badge> {

    public StatusBadge(AccessStatus status) {
        var sign = sign(status).create();
        getContent().setText(Labels.of(status));
        getContent().setIcon(sign);
        switch (status) {
            case NOT_CHECKED -> getContent().addClassName("aura-accent-neutral");
            case OPERATIONAL -> getContent().addThemeVariants(BadgeVariant.SUCCESS);
            case NEEDS_RECONNECT -> getContent().addThemeVariants(BadgeVariant.WARNING);
            case SYSTEM_UNREACHABLE, FAILED_AUTHENTICATION -> getContent().addThemeVariants(BadgeVariant.ERROR);
        }
    }

    private static VaadinIcon sign(AccessStatus status) {
        return switch (status) {
            case NOT_CHECKED -> VaadinIcon.CIRCLE_THIN;
            case OPERATIONAL -> VaadinIcon.CHECK;
            case NEEDS_RECONNECT -> VaadinIcon.REFRESH;
            case SYSTEM_UNREACHABLE -> VaadinIcon.UNLINK;
            case FAILED_AUTHENTICATION -> VaadinIcon.LOCK;
        };
    }
}
