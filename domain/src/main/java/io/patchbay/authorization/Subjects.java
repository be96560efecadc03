package io.patchbay.authorization;

import io.patchbay.access.Checks;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.instance.Instances;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import java.util.Objects;
import java.util.Optional;

/** Finds what an authorization is about, as it is now. */
final class Subjects {

    private final SystemDefinitions systems;
    private final DraftAuthorization drafts;
    private final Connectors connectors;
    private final Instances instances;
    private final RevealedCredentials revealed;

    Subjects(
            SystemDefinitions systems,
            DraftAuthorization drafts,
            Connectors connectors,
            Instances instances,
            RevealedCredentials revealed) {
        this.systems = systems;
        this.drafts = drafts;
        this.connectors = connectors;
        this.instances = instances;
        this.revealed = revealed;
    }

    /** A system, an environment and credentials that may be granted something. */
    record Subject(CompanyId company, SystemDefinition system, Environment environment, Credentials credentials) {}

    /** Empty where it is gone. */
    Optional<Subject> find(Authorization authorization) {
        var company = authorization.companyId();
        return switch (authorization.target()) {
            case Target.OfDraft(var id) ->
                drafts.find(company, authorization.startedBy(), id).flatMap(this::of);
            case Target.OfConnector(var id) ->
                connectors
                        .find(company, id)
                        .flatMap(connector -> of(
                                company,
                                connector.access().system(),
                                connector.access().environment(),
                                connector.access().credentials()));
            case Target.OfInstance(var id) ->
                instances
                        .find(company, id)
                        .flatMap(instance -> of(
                                company,
                                instance.access().system(),
                                instance.access().environment(),
                                instance.access().credentials()));
        };
    }

    /** Everything that the vendor is asked with; empty where the method is no more. */
    Optional<Checks.Question> question(Subject subject) {
        return subject.system()
                .method(subject.credentials().method())
                .map(method -> new Checks.Question(
                        subject.system(),
                        subject.environment(),
                        method,
                        revealed.of(subject.company(), subject.system(), subject.credentials())));
    }

    private Optional<Subject> of(Draft draft) {
        return draft.general() == null || draft.credentials() == null
                ? Optional.empty()
                : of(
                        draft.companyId(),
                        draft.system(),
                        draft.general().environment(),
                        Objects.requireNonNull(draft.credentials()));
    }

    private Optional<Subject> of(CompanyId company, SystemId system, Environment environment, Credentials credentials) {
        return systems.find(system).map(found -> new Subject(company, found, environment, credentials));
    }
}
