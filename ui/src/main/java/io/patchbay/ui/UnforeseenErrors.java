package io.patchbay.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.patchbay.shared.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a reader whose click went wrong that it did, without a word of why; the reason is in the log, under the id that they are told. */
@Component
class UnforeseenErrors implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenErrors.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new Telling()));
    }

    private static final class Telling extends DefaultErrorHandler {

        private static final long serialVersionUID = 1;

        @Override
        public void error(ErrorEvent event) {
            var id = RequestId.currentOrOwn();
            if (RequestId.current() == null) {
                LOG.error("What follows was shown to a reader as {}", id);
            }
            super.error(event);
            if (UI.getCurrent() != null) {
                Notifications.warn(I18NProvider.translate("common.unforeseen", id.value()));
            }
        }
    }
}
