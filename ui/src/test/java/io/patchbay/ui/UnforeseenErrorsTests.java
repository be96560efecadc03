package io.patchbay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.Test;

class UnforeseenErrorsTests extends PageTest {

    @Test
    void areToldWithoutTheirReason() {
        VaadinSession.getCurrent()
                .getErrorHandler()
                .error(new ErrorEvent(new IllegalStateException("select password_hash from person")));

        assertThat(test(find(Notification.class).single()).getText())
                .matches(
                        "Something went wrong in Patchbay, and nothing was changed. Try again;"
                                + " if it happens again, whoever runs this Patchbay finds the reason in its log, under \\w{16}\\.");
    }
}
