package io.patchbay;

import io.patchbay.app.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Patchbay. */
@SpringBootApplication
public class PatchbayApplication {

    /** Starts the server, which stops on SIGTERM; or runs the command that is named, and ends. */
    public static void main(String[] arguments) {
        CommandLine.command(arguments)
                .ifPresentOrElse(
                        command -> System.exit(CommandLine.run(command)),
                        () -> SpringApplication.run(PatchbayApplication.class, arguments));
    }
}
