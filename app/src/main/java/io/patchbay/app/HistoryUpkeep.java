package io.patchbay.app;

import io.patchbay.history.HistoryKeeping;
import io.patchbay.usage.UseWriting;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Makes room for the history to come and forgets what is too old, and how things were used along with it, every hour. Of several
 * nodes one does it, the others pass by.
 */
@Configuration(proxyBeanMethods = false)
class HistoryUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryUpkeep.class);

    /** Ten years. */
    private static final int MOST_DAYS = 3_650;

    private final HistoryKeeping history;
    private final UseWriting uses;
    private final int days;

    HistoryUpkeep(HistoryKeeping history, UseWriting uses, @Value("${patchbay.history-days}") String days) {
        this.history = history;
        this.uses = uses;
        this.days = days(days);
    }

    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void keep() {
        try {
            history.keepFor(days);
        } catch (DataAccessException busy) {
            // Until then the default partition takes what has no other.
            LOG.warn("The history could not be looked after; trying again in an hour", busy);
        }
    }

    @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void forgetUses() {
        // One statement per portion, so that no lock is held for long.
        var forgotten = uses.forgetBefore(days);
        while (forgotten > 0) {
            forgotten = uses.forgetBefore(days);
        }
    }

    private static int days(String text) {
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_DAYS) {
            return Integer.parseInt(text);
        }
        throw new UnusableSettingException(
                "PATCHBAY_HISTORY_DAYS is a whole number of days from 1 to " + MOST_DAYS + ", not \"" + text + "\"");
    }
}
