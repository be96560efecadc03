package io.patchbay.app;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Has the log written as one JSON object a line where {@code PATCHBAY_LOG_FORMAT} says so; as text otherwise. */
public final class LogFormat implements EnvironmentPostProcessor {

    private static final String SETTING = "PATCHBAY_LOG_FORMAT";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        switch (environment.getProperty(SETTING, "text")) {
            case "", "text" -> {}
            case "json" ->
                environment
                        .getPropertySources()
                        .addLast(new MapPropertySource(SETTING, Map.of("logging.structured.format.console", "ecs")));
            case String other ->
                throw new UnusableSettingException(SETTING + " is text or json, not \"" + other + "\"");
        }
    }
}
