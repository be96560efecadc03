package io.patchbay.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;

/** Short messages over the page about what just happened. */
public final class Notifications {

    private static final int MILLISECONDS = 5_000;

    private Notifications() {}

    /** Says that something was done; the key is looked up in the reader's language. */
    public static void done(String key, Object... arguments) {
        show(I18NProvider.translate(key, arguments), NotificationVariant.SUCCESS);
    }

    /** Says something that the reader should know, and that is in their language already. */
    public static void warn(String sentence) {
        show(sentence, NotificationVariant.WARNING);
    }

    private static void show(String sentence, NotificationVariant variant) {
        var notification = new Notification(sentence, MILLISECONDS, Notification.Position.BOTTOM_END);
        notification.addThemeVariants(variant);
        notification.open();
    }
}
