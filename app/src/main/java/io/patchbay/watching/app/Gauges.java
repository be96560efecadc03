package io.patchbay.watching.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.persistence.StatusListener;
import io.patchbay.credential.SecretKeys;
import io.patchbay.credential.SecretKeys.Rotation;
import io.patchbay.live.api.LiveConnections;
import io.patchbay.watching.Census;
import io.patchbay.watching.Census.Figures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What is now, as against what has happened. Figures of the whole cluster come from the database, once a minute at most. */
@Component
class Gauges implements MeterBinder {

    private static final Duration OLD_ENOUGH = Duration.ofMinutes(1);

    private final LiveConnections live;
    private final StatusListener listener;
    private final Sampled<Figures> census;
    private final Sampled<SecretKeys.State> keys;

    Gauges(LiveConnections live, StatusListener listener, Census census, SecretKeys keys) {
        this.live = live;
        this.listener = listener;
        this.census = new Sampled<>(census::take, OLD_ENOUGH);
        this.keys = new Sampled<>(() -> Optional.of(keys.state()), OLD_ENOUGH);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "patchbay.live.connections", "WebSockets and event streams open on this node", live::connections);
        gauge(meters, "patchbay.live.subscriptions", "GraphQL subscriptions on this node", live::subscriptions);
        gauge(
                meters,
                "patchbay.live.listening",
                "1 while this node hears of changes of statuses",
                () -> listener.isListening() ? 1 : 0);
        for (var status : AccessStatus.values()) {
            Gauge.builder("patchbay.accesses", () -> figure(it -> it.accesses().getOrDefault(status, 0L)))
                    .description("Connectors and instances of the whole cluster, by status")
                    .tag("status", status.name())
                    .register(meters);
        }
        gauge(
                meters,
                "patchbay.checks.due",
                "Background checks of the whole cluster that should have begun and have not",
                () -> figure(Figures::dueChecks));
        TimeGauge.builder("patchbay.checks.lag", () -> figure(it -> it.lag().toMillis()), TimeUnit.MILLISECONDS)
                .description("How late the oldest due background check of the whole cluster is")
                .register(meters);
        gauge(
                meters,
                "patchbay.rotation.secrets",
                "Secrets that the newest rotation of keys has to move",
                () -> rotation(Rotation::total));
        gauge(
                meters,
                "patchbay.rotation.moved",
                "Secrets that the newest rotation of keys has moved",
                () -> rotation(Rotation::done));
        gauge(
                meters,
                "patchbay.rotation.unreadable",
                "Secrets that the newest rotation of keys could not decrypt",
                () -> rotation(Rotation::failed));
    }

    private static void gauge(MeterRegistry meters, String name, String description, Supplier<Number> figure) {
        Gauge.builder(name, figure).description(description).register(meters);
    }

    private double figure(ToDoubleFunction<Figures> one) {
        return census.now().map(one::applyAsDouble).orElse(Double.NaN);
    }

    private double rotation(ToDoubleFunction<Rotation> one) {
        return keys.now()
                .map(state -> state.rotation().map(one::applyAsDouble).orElse(0.0))
                .orElse(Double.NaN);
    }
}
