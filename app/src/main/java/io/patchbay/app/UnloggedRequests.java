package io.patchbay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps requests out of the log, whatever level somebody sets to find a fault: some libraries print them as they came, and
 * with them passwords, tokens and credentials.
 */
@Component
class UnloggedRequests implements InitializingBean, DisposableBean {

    private static final List<String> PRINT_REQUESTS = List.of(
            "org.apache.coyote.",
            "org.apache.tomcat.util.http.",
            "org.springframework.graphql.",
            // It inherits Spring's words, and says them under its own name.
            "io.patchbay.api.http.",
            // Addresses with their query, where codes and keys of others may be.
            "org.springframework.security.web.",
            "org.springframework.web.servlet.",
            // What goes out: both can print the wire itself.
            "org.apache.hc.",
            "org.apache.sshd.");

    private final TurboFilter silence = new Silence();

    @Override
    public void afterPropertiesSet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.addTurboFilter(silence);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().remove(silence);
        }
    }

    private static final class Silence extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                @Nullable Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            // Asked a hundred times for every request, nearly always for what nobody wants logged anyway.
            if (level.isGreaterOrEqual(Level.INFO) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
                return FilterReply.NEUTRAL;
            }
            return PRINT_REQUESTS.stream().anyMatch(prefix -> logger.getName().startsWith(prefix))
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }
}
