package io.patchbay;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import org.apache.sshd.client.SshClient;
import org.junit.jupiter.api.Test;

/** Whatever leaves Patchbay goes through its one client and one resolver (decision 0011): nothing else can send. */
class OneWayOutTests {

    private static final String WAY_OUT = "io.patchbay.connectivity..";
    /** Speaks to its own child process on this machine alone. */
    private static final String OWN_DATABASE = "io.patchbay.postgres..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.patchbay");

    @Test
    void noOtherClientIsUsed() {
        noClasses()
                .that()
                .resideOutsideOfPackages(WAY_OUT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.apache.hc.client5..",
                        "org.springframework.web.client..",
                        "org.springframework.web.reactive.function.client..",
                        "okhttp3..")
                .check(OURS);
    }

    @Test
    void nimbusWritesRequestsAndNeverSendsThem() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(HTTPRequest.class)))
                        .and(target(name("send"))))
                .check(OURS);
    }

    @Test
    void sshConnectsToAddressesAndNeverLooksNamesUp() {
        noClasses()
                .should()
                .callMethod(SshClient.class, "connect", String.class, String.class, int.class)
                .orShould()
                .callMethod(SshClient.class, "connect", String.class)
                .check(OURS);
    }

    @Test
    void nobodyElseOpensConnectionsOrLooksNamesUp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(WAY_OUT, OWN_DATABASE)
                .should()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .orShould()
                .callConstructor(Socket.class)
                .orShould()
                .callConstructor(Socket.class, String.class, int.class)
                .orShould()
                .callConstructor(Socket.class, InetAddress.class, int.class)
                .check(OURS);
    }
}
