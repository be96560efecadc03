package io.patchbay.ui;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.patchbay.access.AccessRules;
import io.patchbay.access.StatusChanges;
import io.patchbay.attention.Attention;
import io.patchbay.attention.Expirations;
import io.patchbay.authorization.AuthorizationStart;
import io.patchbay.authorization.ConnectAddresses;
import io.patchbay.authorization.InMemoryAuthorizations;
import io.patchbay.company.Companies;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.company.CompanyGroups;
import io.patchbay.company.Registration;
import io.patchbay.company.RegistrationPolicy;
import io.patchbay.connector.CompanyGroupRemoval;
import io.patchbay.connector.ConnectorAdministration;
import io.patchbay.connector.ConnectorChecking;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.Applications;
import io.patchbay.credential.KeyCare;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.Uptimes;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Persons;
import io.patchbay.instance.Installation;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.InstanceAdministration;
import io.patchbay.instance.InstanceChecking;
import io.patchbay.instance.Instances;
import io.patchbay.limit.Ledgers;
import io.patchbay.proxy.ProxyAddresses;
import io.patchbay.setup.ConnectorSetup;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.setup.DraftChecking;
import io.patchbay.setup.DraftCreation;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.InstanceSetup;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Secret;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.Tokens;
import io.patchbay.usage.UsageReading;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The pages in front of a Patchbay in memory. Ports and use cases are beans, as in the application; tests arrange and look
 * through {@link TestWorld}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableVaadin("io.patchbay")
@ComponentScan(basePackages = "io.patchbay")
public class InMemoryPatchbay {

    /** What has to be typed for registering. */
    public static final String SETUP_CODE = "set-up code";

    @Bean
    TestWorld world() {
        return new TestWorld();
    }

    @Bean
    Clock clock(TestWorld world) {
        return world.clock;
    }

    @Bean
    CurrentViewer currentViewer(TestWorld world) {
        return world.viewer;
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
    CompanyGroups groups(TestWorld world) {
        return world.groups;
    }

    @Bean
    Persons persons(TestWorld world) {
        return world.persons;
    }

    @Bean
    ApiTokens tokens(TestWorld world) {
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
    InstalledSystems installed(TestWorld world) {
        return world.installed;
    }

    @Bean
    AccessRules rules(TestWorld world) {
        return world.rules;
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
    DraftCreation draftCreation(TestWorld world) {
        return world.draftCreation;
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
    Registration registration(TestWorld world) {
        return world.registration(new Open());
    }

    private record Open() implements RegistrationPolicy {

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public boolean isSetupCode(Secret code) {
            return code.equals(new Secret(SETUP_CODE));
        }
    }

    @Bean
    Applications applications() {
        return Applications.NONE;
    }

    @Bean
    DraftAuthorization draftAuthorization(TestWorld world) {
        return new DraftAuthorization(
                world.drafts,
                world.groups,
                world.connectors,
                world.instances,
                world.installed,
                world.rules,
                world.viewer);
    }

    @Bean
    AuthorizationStart authorizationStart(TestWorld world, DraftAuthorization drafts) {
        return new AuthorizationStart(
                new InMemoryAuthorizations(), drafts, world.connectors, world.instances, world.rules, world.viewer);
    }

    @Bean
    ProxyAddresses proxyAddresses() {
        return (kind, id) -> URI.create("https://patchbay.example/proxy/" + kind + "/" + id.value());
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
    StatusChanges statusChanges(TestWorld world) {
        return world.statusChanges;
    }

    @Bean
    ConnectorChecking connectorChecking(TestWorld world) {
        return world.connectorChecking;
    }

    @Bean
    InstanceChecking instanceChecking(TestWorld world) {
        return world.instanceChecking;
    }

    @Bean
    DraftChecking draftChecking(TestWorld world) {
        return world.draftChecking;
    }
}
