package io.patchbay.app;

import io.patchbay.credential.Applications;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.marketplace.PrebuiltSystems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The systems that Patchbay knows: the prebuilt ones. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PatchbaySettings.class)
class SystemsConfiguration {

    @Bean
    Applications applications(Environment settings) {
        return new InstallationApplications(settings);
    }

    @Bean
    SystemDefinitions systems(Applications applications) {
        return new SystemsWithApplications(PrebuiltSystems.load(), applications);
    }
}
