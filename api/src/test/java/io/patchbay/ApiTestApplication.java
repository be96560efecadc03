package io.patchbay;

import io.patchbay.access.StatusChanges;
import io.patchbay.attention.Attention;
import io.patchbay.attention.Expirations;
import io.patchbay.authorization.AuthorizationStart;
import io.patchbay.authorization.ConnectAddresses;
import io.patchbay.authorization.InMemoryAuthorizations;
import io.patchbay.company.Companies;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.CompanyGroupRemoval;
import io.patchbay.connector.ConnectorAdministration;
import io.patchbay.connector.ConnectorChecking;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.KeyCare;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.Uptimes;
import io.patchbay.idempotency.Fingerprints;
import io.patchbay.idempotency.InMemoryKeptAnswers;
import io.patchbay.idempotency.RepeatableRequests;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Installation;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.InstanceAdministration;
import io.patchbay.instance.InstanceChecking;
import io.patchbay.instance.Instances;
import io.patchbay.limit.Ledgers;
import io.patchbay.setup.ConnectorSetup;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.setup.DraftChecking;
import io.patchbay.setup.DraftCreation;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.InstanceSetup;
import io.patchbay.setup.StepValidation;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Secret;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.Tokens;
import io.patchbay.usage.UsageReading;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The API over a Patchbay in memory. */
@SpringBootApplication
public class ApiTestApplication {

    @Bean
    TestWorld world() {
        return new TestWorld();
    }

    @Bean
    RepeatableRequests repeatableRequests(TestWorld world, CurrentViewer currentViewer) {
        return new RepeatableRequests(new InMemoryKeptAnswers(), currentViewer, world.clock);
    }

    @Bean
    Fingerprints fingerprints() {
        return (company, text) -> text;
    }

    @Bean
    Clock clock(TestWorld world) {
        return world.clock;
    }

    @Bean
    CurrentViewer currentViewer(TestWorld world, AskingThread asking) {
        return () -> {
            asking.thread = Thread.currentThread();
            return world.viewer.viewer();
        };
    }

    /** On which thread somebody last wanted to know who is acting. */
    public static class AskingThread {
        public volatile @Nullable Thread thread;
    }

    @Bean
    AskingThread askingThread() {
        return new AskingThread();
    }

    @Bean
    CheckHistory history(TestWorld world) {
        return world.history;
    }

    @Bean
    Uptimes uptimes(TestWorld world) {
        return world.uptimes;
    }

    @Bean
    SystemDefinitions systems(TestWorld world) {
        return world.systems;
    }

    @Bean
    UsageReading usageReading(TestWorld world) {
        return world.usageReading;
    }

    @Bean
    Companies companies(TestWorld world) {
        return world.companies;
    }

    @Bean
    CompanyGroups companyGroups(TestWorld world) {
        return world.groups;
    }

    @Bean
    StatusChanges statusChanges(TestWorld world) {
        return world.statusChanges;
    }

    @Bean
    ApiTokens apiTokens(TestWorld world) {
        return world.tokens;
    }

    @Bean
    Ledgers ledgers(TestWorld world) {
        return world.ledgers;
    }

    @Bean
    Tokens tokenStore(TestWorld world) {
        return world.tokenStore;
    }

    @Bean
    Connectors connectors(TestWorld world) {
        return world.connectors;
    }

    @Bean
    Instances instances(TestWorld world) {
        return world.instances;
    }

    @Bean
    InstalledSystems installedSystems(TestWorld world) {
        return world.installed;
    }

    @Bean
    ConnectorSetup connectorSetup(TestWorld world) {
        return world.connectorSetup;
    }

    @Bean
    InstanceSetup instanceSetup(TestWorld world) {
        return world.instanceSetup;
    }

    @Bean
    DraftSetup draftSetup(TestWorld world) {
        return world.draftSetup;
    }

    @Bean
    AuthorizationStart authorizationStart(TestWorld world) {
        var drafts = new DraftAuthorization(
                world.drafts,
                world.groups,
                world.connectors,
                world.instances,
                world.installed,
                world.rules,
                world.viewer);
        return new AuthorizationStart(
                new InMemoryAuthorizations(), drafts, world.connectors, world.instances, world.rules, world.viewer);
    }

    @Bean
    ConnectAddresses connectAddresses() {
        return new ConnectAddresses() {

            @Override
            public URI redirect() {
                return URI.create("https://patchbay.example/oauth/callback");
            }

            @Override
            public URI start(Secret key) {
                return URI.create("https://patchbay.example/oauth/start?key=" + key.reveal());
            }
        };
    }

    @Bean
    DraftCreation draftCreation(TestWorld world) {
        return world.draftCreation;
    }

    @Bean
    DraftChecking draftChecking(TestWorld world) {
        return world.draftChecking;
    }

    @Bean
    StepValidation stepValidation(TestWorld world) {
        return world.stepValidation;
    }

    @Bean
    ConnectorAdministration connectorAdministration(TestWorld world) {
        return world.connectorAdministration;
    }

    @Bean
    InstanceAdministration instanceAdministration(TestWorld world) {
        return world.instanceAdministration;
    }

    @Bean
    Installation installation(TestWorld world) {
        return world.installation;
    }

    @Bean
    CompanyAdministration companyAdministration(TestWorld world) {
        return world.companyAdministration;
    }

    @Bean
    CompanyGroupRemoval companyGroupRemoval(TestWorld world) {
        return world.companyGroupRemoval;
    }

    @Bean
    Attention attention(TestWorld world) {
        return world.attention;
    }

    @Bean
    Expirations expirations(TestWorld world) {
        return world.expirations;
    }

    @Bean
    KeyCare keyCare(TestWorld world) {
        return world.keyCare;
    }

    @Bean
    ApiAccess apiAccess(TestWorld world) {
        return world.apiAccess;
    }

    @Bean
    ConnectorChecking connectorChecking(TestWorld world) {
        return world.connectorChecking;
    }

    @Bean
    InstanceChecking instanceChecking(TestWorld world) {
        return world.instanceChecking;
    }
}
