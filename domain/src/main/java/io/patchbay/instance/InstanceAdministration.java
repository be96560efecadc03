package io.patchbay.instance;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessRules;
import io.patchbay.credential.GivenCredential;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is done to instances that exist: changing settings, replacing credentials, removing. */
@UseCase
public class InstanceAdministration {

    private final Instances instances;
    private final AccessRules rules;
    private final CurrentViewer currentViewer;

    public InstanceAdministration(Instances instances, AccessRules rules, CurrentViewer currentViewer) {
        this.instances = instances;
        this.rules = rules;
        this.currentViewer = currentViewer;
    }

    /** What is to be changed; null: stays as it is. */
    public record Change(
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String dateFormat,
            @Nullable LimitChange rateLimit) {}

    /**
     * What is to become of the rate limit.
     *
     * @param to null: no limit of its own from now on
     */
    public record LimitChange(@Nullable RateLimitInput to) {}

    /** Changes settings of the viewer's instance of this id. */
    public Outcome<Instance> update(AccessId id, int version, Change change) {
        return current(id, version, instance -> change(instance, change).map(instances::save));
    }

    /** Replaces the whole set of credentials, the method included. */
    public Outcome<Instance> replaceCredentials(
            AccessId id, int version, @Nullable String method, List<GivenCredential> credentials) {
        return current(
                id,
                version,
                instance -> rules.replaceCredentials(instance.access(), method, credentials)
                        .map(instance::with)
                        .map(instances::save));
    }

    /** Removes the instance with its secrets. */
    public Outcome<Instance> remove(AccessId id, int version) {
        return current(id, version, instance -> {
            rules.forget(instance.access());
            instances.remove(instance);
            return Outcome.done(instance);
        });
    }

    private Outcome<Instance> change(Instance instance, Change change) {
        var problems = new Problems();
        var access =
                problems.check(rules.change(instance.access(), change.name(), change.timeZone(), change.dateFormat()));
        var wanted = change.rateLimit() == null ? null : change.rateLimit().to();
        var limit = wanted == null
                ? null
                : problems.check(rules.system(instance.access().system().slug()).flatMap(wanted::parse));
        return problems.or(() -> {
            var changed = instance.with(Objects.requireNonNull(access));
            return change.rateLimit() == null ? changed : changed.limitedTo(limit);
        });
    }

    private Outcome<Instance> current(AccessId id, int version, Function<Instance, Outcome<Instance>> next) {
        return instances
                .find(currentViewer.viewer().companyId(), id)
                .map(instance -> AccessRules.ifCurrent(instance, instance.version(), version, next))
                .orElseGet(() -> Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "id", "not-found.instance")));
    }
}
