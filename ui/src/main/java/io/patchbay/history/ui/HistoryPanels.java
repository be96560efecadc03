package io.patchbay.history.ui;

import io.patchbay.access.SystemAccess;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.Uptimes;
import org.springframework.stereotype.Component;

/** Shows histories. */
@Component
public final class HistoryPanels {

    private final CheckHistory history;
    private final Uptimes uptimes;

    HistoryPanels(CheckHistory history, Uptimes uptimes) {
        this.history = history;
        this.uptimes = uptimes;
    }

    /** A panel about one connector or instance. */
    public HistoryPanel of(SystemAccess access) {
        return new HistoryPanel(access, history, uptimes);
    }
}
