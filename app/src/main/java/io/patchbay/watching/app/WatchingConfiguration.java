package io.patchbay.watching.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.EgressWatch;
import io.patchbay.limit.LimitWatch;
import io.patchbay.limit.Turn;
import io.patchbay.proxy.Forwarder;
import io.patchbay.shared.UseCase;
import io.patchbay.token.TokenExchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Watches Patchbay by metrics, and by traces where there is somewhere to send them. */
@Configuration(proxyBeanMethods = false)
class WatchingConfiguration {

    /** OpenTelemetry's own settings: what is understood everywhere need not be learned here. */
    private static final List<String> ENDPOINTS =
            List.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT");

    @Bean
    static Watch watch(MeterRegistry meters, ObjectProvider<Traces> traces) {
        return new Watch(meters, traces.getIfAvailable());
    }

    @Bean
    static EgressWatch egressWatch(Watch watch) {
        return new WatchedEgress(watch);
    }

    @Bean
    static LimitWatch limitWatch(Watch watch) {
        return (priority, turn, waited) ->
                watch.took(Timed.LIMITS, List.of(priority.name(), outcome(turn)), waited.toNanos());
    }

    private static String outcome(Turn turn) {
        return switch (turn) {
            case Turn.Granted _ -> "granted";
            case Turn.Refused refused -> refused.vendorAsked() ? "vendor" : "refused";
        };
    }

    /** Puts a watch around the ports to vendors, so that neither those who use them nor those who implement them know of it. */
    @Bean
    static BeanPostProcessor watchedPorts(ObjectProvider<Watch> watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Checks checks -> new WatchedChecks(checks, watch.getObject());
                    case Forwarder forwarder -> new WatchedForwarder(forwarder, watch.getObject());
                    case TokenExchange exchange -> new WatchedTokenExchange(exchange, watch.getObject());
                    default -> bean;
                };
            }
        };
    }

    /** Nothing of OpenTelemetry is even loaded without it. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(Wanted.class)
    static class Exporting {

        /**
         * Sends spans by OTLP over HTTP as OpenTelemetry's settings say. Whether a trace is kept is for this Patchbay to decide
         * and not for whoever asks it, so the caller's own decision counts only where that is set.
         */
        @Bean(destroyMethod = "close")
        OpenTelemetrySdk openTelemetry(Environment environment) {
            var named = ENDPOINTS.stream()
                    .filter(setting -> StringUtils.hasText(environment.getProperty(setting)))
                    .collect(Collectors.toMap(
                            setting -> setting.toLowerCase(Locale.ROOT).replace('_', '.'),
                            environment::getRequiredProperty));
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .disableShutdownHook()
                    .addPropertiesSupplier(() -> Map.of(
                            "otel.service.name", "patchbay",
                            "otel.exporter.otlp.protocol", "http/protobuf",
                            "otel.traces.sampler", "traceidratio",
                            "otel.propagators", "tracecontext",
                            "otel.metrics.exporter", "none",
                            "otel.logs.exporter", "none"))
                    .addPropertiesSupplier(() -> named)
                    .build()
                    .getOpenTelemetrySdk();
        }

        /** A span for each operation of a use case that is done as part of something watched. */
        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static Advisor useCaseSpans(ObjectProvider<Watch> watch) {
            var advisor =
                    new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(UseCase.class, true), (MethodInterceptor)
                            operation -> watched(watch.getObject(), operation));
            advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return advisor;
        }

        private static @Nullable Object watched(Watch watch, MethodInvocation operation) throws Throwable {
            var method = operation.getMethod();
            var watched = watch.step(method.getDeclaringClass().getSimpleName() + "." + method.getName());
            try (var _ = watched.scope()) {
                return operation.proceed();
            } catch (Throwable failure) {
                watched.failed(failure.getClass().getSimpleName());
                throw failure;
            } finally {
                watched.end();
            }
        }

        @Bean
        Traces traces(OpenTelemetrySdk sdk) {
            var tracer = sdk.getTracer("io.patchbay");
            return new Traces(
                    new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {}),
                    new OtelPropagator(sdk.getPropagators(), tracer));
        }
    }

    static final class Wanted implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return ENDPOINTS.stream()
                    .anyMatch(setting ->
                            StringUtils.hasText(context.getEnvironment().getProperty(setting)));
        }
    }
}
