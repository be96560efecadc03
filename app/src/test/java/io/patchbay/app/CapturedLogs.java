package io.patchbay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Everything that all loggers say while they are made to say all they can, failures with their causes included. */
final class CapturedLogs implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<String> json = new ConcurrentLinkedQueue<>();
    private final List<Appender<ILoggingEvent>> elsewhere = new ArrayList<>();
    private final Map<Logger, Level> levels = new HashMap<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger("ROOT");
    private final java.util.logging.Logger driver = java.util.logging.Logger.getLogger("org.postgresql");
    private final java.util.logging.Level driverLevel = driver.getLevel();
    private final Lines appender = new Lines();
    private final DriverLines handler = new DriverLines();

    CapturedLogs() {
        appender.setContext(context);
        appender.start();
        root.iteratorForAppenders().forEachRemaining(elsewhere::add);
        elsewhere.forEach(root::detachAppender);
        root.addAppender(appender);
        for (var logger : context.getLoggerList()) {
            if (logger.getLevel() != null) {
                levels.put(logger, logger.getLevel());
                logger.setLevel(Level.TRACE);
            }
        }
        // The driver has a way of its own.
        driver.setLevel(java.util.logging.Level.ALL);
        driver.addHandler(handler);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The same as they stand in a log that is written as JSON. */
    List<String> json() {
        return List.copyOf(json);
    }

    @Override
    public void close() {
        levels.forEach(Logger::setLevel);
        root.detachAppender(appender);
        elsewhere.forEach(root::addAppender);
        driver.removeHandler(handler);
        driver.setLevel(driverLevel);
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {

        private final PatternLayout layout = new PatternLayout();
        private final StructuredLogEncoder structured = new StructuredLogEncoder();

        @Override
        public void start() {
            layout.setContext(context);
            layout.setPattern("%logger %msg %mdc%n%xEx");
            layout.start();
            structured.setContext(context);
            structured.setFormat("ecs");
            structured.start();
            super.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
            json.add(new String(structured.encode(event), StandardCharsets.UTF_8));
        }
    }

    private final class DriverLines extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getLoggerName() + " " + formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
