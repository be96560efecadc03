package io.patchbay.usage.ui;

import io.patchbay.access.SystemAccess;
import io.patchbay.usage.UsageReading;
import org.springframework.stereotype.Component;

/** Shows how things are used. */
@Component
public final class UsagePanels {

    private final UsageReading reading;

    UsagePanels(UsageReading reading) {
        this.reading = reading;
    }

    /** A panel about one connector or instance. */
    public UsagePanel of(SystemAccess access) {
        return new UsagePanel(access, reading);
    }
}
