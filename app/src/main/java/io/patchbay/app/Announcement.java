package io.patchbay.app;

import io.patchbay.company.Registration;
import java.net.URI;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where Patchbay is, once it takes requests, and how to set it up while nobody has. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final PatchbaySettings settings;
    private final Registration registration;
    private final SetupCode setupCode;
    private final ServletWebServerApplicationContext server;

    Announcement(
            PatchbaySettings settings,
            Registration registration,
            SetupCode setupCode,
            ServletWebServerApplicationContext server) {
        this.settings = settings;
        this.registration = registration;
        this.setupCode = setupCode;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        LOG.info("Patchbay is ready at {}", address());
        if (registration.state() == Registration.State.FIRST) {
            LOG.info(
                    "Nobody has set it up yet: open that address. From another machine this set-up code is asked for: {}",
                    setupCode.code());
        } else {
            setupCode.forget();
        }
    }

    private URI address() {
        return settings.publicUrl() != null
                ? settings.publicUrl()
                : URI.create("http://localhost:"
                        + Objects.requireNonNull(server.getWebServer()).getPort());
    }
}
