package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.Checks;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.marketplace.PrebuiltSystems;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrebuiltSystemsTests {

    @ParameterizedTest
    @MethodSource("methods")
    void theExamplesOfEveryMethodLeadSomewhere(
            SystemDefinition system, AuthenticationMethod method, Environment environment) {
        var access = new Access(new Checks.Question(
                system,
                environment,
                method,
                method.fields().stream().collect(Collectors.toMap(CredentialField::key, PrebuiltSystemsTests::value))));
        var proof = Proof.request(access).orElseThrow();

        assertThat(proof.address().getHost()).isNotNull();
        assertThat(proof.address().getRawPath()).doesNotContain("{", "//", "%7B");
        Stream.of("tokenUrl", "loginUrl")
                .flatMap(name -> access.setting(name).stream())
                .forEach(template -> assertThat(
                                access.address(template).orElseThrow().getHost())
                        .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodOverHttpIsSupported(SystemDefinition system, AuthenticationMethod method, Environment environment) {
        assertThat(Authentications.of(method)).isPresent();
    }

    static Stream<Arguments> methods() {
        return PrebuiltSystems.load().all().stream()
                .filter(system -> !system.id().slug().equals("sftp"))
                .flatMap(system -> system.authenticationMethods().stream()
                        .flatMap(method -> system.baseUrls().keySet().stream()
                                .map(environment -> Arguments.of(system, method, environment))));
    }

    private static Secret value(CredentialField field) {
        return new Secret(Objects.requireNonNullElseGet(
                field.example(),
                () -> field.options().isEmpty() ? "x" : field.options().getFirst()));
    }
}
