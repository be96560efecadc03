package io.patchbay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Patchbay. */
@SpringBootApplication
public class PatchbayApplication {

    /** Starts the server; stops it again on SIGTERM. */
    public static void main(String[] arguments) {
        SpringApplication.run(PatchbayApplication.class, arguments);
    }
}
