package io.patchbay.app;

import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.marketplace.PrebuiltSystems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The systems that Patchbay knows: the prebuilt ones. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PatchbaySettings.class)
class SystemsConfiguration {

    @Bean
    SystemDefinitions systems() {
        return PrebuiltSystems.load();
    }
}
