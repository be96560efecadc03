package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.patchbay.access.SystemAccess;
import io.patchbay.credential.CredentialValue;
import io.patchbay.limit.LimitsInForce;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import io.patchbay.token.TokenGrant;
import io.patchbay.ui.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a connector's and an instance's summary have in common: status, settings, and which credentials are set. */
public final class AccessSummary extends Composite<Div> {

    private final SystemAccess access;
    private final SystemDefinition system;
    private final Facts facts = new Facts();
    private final Div status = new Div();
    private final List<Consumer<SystemAccess>> followers = new ArrayList<>();
    private @Nullable ConnectionTest test;

    public AccessSummary(SystemAccess access, SystemDefinition system, Instant now) {
        this.access = access;
        this.system = system;
        getContent().addClassName("pb-panels");
        status.add(new CheckVerdict(access.lastCheck()));
        getContent().add(status(), settings(now), credentials(new Endings(access.environment(), now)));
    }

    /** Adds what only one of the two has, such as its group. */
    public AccessSummary with(String name, String... lines) {
        facts.with(name, lines);
        return this;
    }

    /** Adds as whom Patchbay is connected, and how to connect again. */
    public AccessSummary withConnection(Reconnection.Connection connection) {
        var section = section("access.summary.connection");
        section.add(connection.panel());
        getContent().addComponentAtIndex(1, section);
        followers.add(connection.showAgain());
        return this;
    }

    /**
     * Adds what belongs to the status, right below it.
     *
     * @param showAgain shows what is now
     */
    public AccessSummary withBelowStatus(Component panel, Consumer<SystemAccess> showAgain) {
        getContent().addComponentAtIndex(1, panel);
        followers.add(showAgain);
        return this;
    }

    /**
     * Shows the check of what is now; what the reader does meanwhile is left alone.
     *
     * @return whether that is all that changed; if not, the summary is to be made anew
     */
    public boolean showAgain(SystemAccess now) {
        if (now.version() != access.version()) {
            return false;
        }
        if (test != null) {
            test.showAgain(now.lastCheck());
        } else {
            status.removeAll();
            status.add(new CheckVerdict(now.lastCheck()));
        }
        followers.forEach(follower -> follower.accept(now));
        return true;
    }

    /** Lets the reader ask the system now. */
    public AccessSummary withTest(ConnectionTest test) {
        this.test = test;
        status.removeAll();
        status.add(test.startingWith(access.lastCheck()));
        return this;
    }

    /** Adds what the vendor granted, if it issued tokens. */
    public AccessSummary withGrant(Optional<TokenGrant> grant, Instant now) {
        grant.ifPresent(it -> getContent().add(new GrantPanel(it, now)));
        return this;
    }

    /**
     * Adds how often the system is asked at most.
     *
     * @param own what an instance was limited to; null: nothing
     * @param pausedUntil until when the system asked to be left alone; null: it did not
     */
    public AccessSummary withRateLimit(@Nullable RateLimit own, @Nullable Instant pausedUntil) {
        var limit = new LimitsInForce(system.defaults().rateLimit(), own).tightest();
        var lines = new ArrayList<String>();
        lines.add(
                limit == null
                        ? getTranslation("access.limit.none")
                        : SettingTexts.rateLimit(limit.requests(), limit.per()));
        if (limit != null) {
            lines.add(getTranslation(limit.equals(own) ? "access.limit.own" : "access.limit.usual"));
        }
        if (pausedUntil != null) {
            lines.add(getTranslation("access.limit.paused", Moments.written(pausedUntil, getLocale())));
        }
        return with(getTranslation("access.settings.limit"), lines.toArray(String[]::new));
    }

    /** Adds a panel that another feature provides. */
    public AccessSummary withPanel(Component panel) {
        getContent().add(panel);
        return this;
    }

    private Section status() {
        var section = section("access.summary.status");
        section.add(status);
        return section;
    }

    private Section settings(Instant now) {
        var zone = access.timeZone();
        facts.with(getTranslation("access.fact.system"), system.name());
        facts.with(getTranslation("access.fact.environment"), Labels.of(access.environment()));
        facts.with(getTranslation("access.fact.time-zone"), zone.id().getId());
        facts.with(
                getTranslation("access.fact.date-format"),
                SettingTexts.dateFormat(access.dateFormat().value()),
                getTranslation("access.fact.sample", access.dateFormat().write(now, zone.id())));
        facts.with(getTranslation("access.fact.created"), Moments.written(access.createdAt(), getLocale()));
        facts.with(getTranslation("access.fact.changed"), Moments.written(access.updatedAt(), getLocale()));
        var section = section("access.summary.settings");
        section.add(facts);
        return section;
    }

    private Section credentials(Endings endings) {
        var section = section("access.summary.credentials");
        var set = new Facts();
        system.method(access.credentials().method())
                .ifPresentOrElse(
                        method -> known(method, set, endings),
                        () -> set.with(
                                getTranslation("access.fact.method"),
                                access.credentials().method()));
        section.add(set);
        return section;
    }

    private void known(AuthenticationMethod method, Facts set, Endings endings) {
        set.with(getTranslation("access.fact.method"), method.label());
        for (var field : method.fields()) {
            var end = access.end(field.key()).map(endings::words);
            set.with(
                    field.label(),
                    Stream.concat(Stream.of(value(field)), end.stream()).toArray(String[]::new));
        }
    }

    private String value(CredentialField field) {
        var value = access.credentials().values().get(field.key());
        return switch (value) {
            case null -> getTranslation("access.credential.not-set");
            case CredentialValue.Plain(var plain) -> plain;
            case CredentialValue.Hidden hidden -> getTranslation("access.credential.saved");
        };
    }

    private Section section(String heading) {
        Component title = new H2(getTranslation(heading));
        var section = new Section(title);
        section.addClassName("pb-panel");
        return section;
    }
}
