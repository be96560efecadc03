package io.patchbay.app;

import io.patchbay.access.TokenUpkeep;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Renews tokens that are about to end, on every node; each takes a part of them. */
@Configuration(proxyBeanMethods = false)
class TokenRenewal {

    private final TokenUpkeep upkeep;

    TokenRenewal(TokenUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Scheduled(fixedDelay = 30, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    void renewDue() {
        var renewed = upkeep.renewDue();
        while (renewed > 0) {
            renewed = upkeep.renewDue();
        }
    }
}
