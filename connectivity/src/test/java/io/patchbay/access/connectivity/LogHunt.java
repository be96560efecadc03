package io.patchbay.access.connectivity;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, at every level and with every failure's causes. Of the two libraries that
 * print the wire itself only what the application lets through, whatever level anybody sets there.
 */
final class LogHunt implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Level before = ROOT.getLevel();
    private final Lines appender = new Lines();

    LogHunt() {
        appender.setContext(ROOT.getLoggerContext());
        appender.start();
        ROOT.addAppender(appender);
        ROOT.setLevel(Level.TRACE);
        for (var library : List.of("org.apache.hc", "org.apache.sshd")) {
            ((Logger) LoggerFactory.getLogger(library)).setLevel(Level.INFO);
        }
        LoggerFactory.getLogger(LogHunt.class).trace("The hunt is on");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        ROOT.setLevel(before);
        ROOT.detachAppender(appender);
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {

        private final PatternLayout layout = new PatternLayout();

        @Override
        public void start() {
            layout.setContext(getContext());
            layout.setPattern("%logger %msg %mdc%n%xEx");
            layout.start();
            super.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
        }
    }
}
