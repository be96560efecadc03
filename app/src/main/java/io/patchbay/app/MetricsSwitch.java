package io.patchbay.app;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Leaves out what writes the metrics where nobody may read them, so that a start does not wait for it. */
public final class MetricsSwitch implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!StringUtils.hasText(environment.getProperty(MetricsDoor.SETTING))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            MetricsDoor.SETTING, Map.of("management.prometheus.metrics.export.enabled", "false")));
        }
    }
}
