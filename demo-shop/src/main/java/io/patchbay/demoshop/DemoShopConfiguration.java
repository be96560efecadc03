package io.patchbay.demoshop;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Opens the shop under {@code /demo-shop} where {@code patchbay.demo-shop} is {@code true}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "patchbay.demo-shop", havingValue = "true")
class DemoShopConfiguration {

    // A third party goes by its own clock, not by Patchbay's.
    @Bean
    RouterFunction<ServerResponse> demoShop() {
        return new DemoShop(Clock.systemUTC(), Thread::sleep).routes();
    }
}
