package io.patchbay.app;

import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What the jar does when a word stands behind it: a command instead of the server. */
public final class CommandLine {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);

    private static final int WRONG_USE = 2;

    private CommandLine() {}

    /**
     * The command among the arguments of the program; arguments that begin with dashes are Spring's.
     *
     * @return empty: the server is meant
     */
    public static Optional<String> command(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .findFirst();
    }

    /** Runs a command; gives the exit code: 0 all is well, 1 something is wrong, 2 it is no command or could not run. */
    public static int run(String command) {
        if (!KeyCommands.NAMES.contains(command)) {
            System.err.println("Patchbay knows the commands " + String.join(" and ", KeyCommands.NAMES) + ", not \""
                    + command + "\". Without a command it starts its server.");
            return WRONG_USE;
        }
        var application = new SpringApplicationBuilder(KeyCommandConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.flyway.enabled=false", "logging.level.io.patchbay=WARN");
        try (var context = application.run()) {
            return run(command, context.getBean(KeyCommands.class)) ? 0 : 1;
        } catch (RuntimeException toldAlready) {
            return WRONG_USE;
        }
    }

    private static boolean run(String command, KeyCommands commands) {
        try {
            return commands.run(command);
        } catch (RuntimeException failure) {
            LOG.error("The command {} failed", command, failure);
            throw failure;
        }
    }
}
