package io.patchbay.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import io.patchbay.identity.Viewer;
import io.patchbay.shared.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

class ApiTokenApiTests extends ApiTest {

    @Test
    void showsATokensSecretOnce() {
        var secret = create("Nightly")
                .path("createApiToken.secret")
                .entity(String.class)
                .get();

        assertThat(world.apiAccess.authenticate(new Secret(secret))).isPresent();
        ask("{ apiTokens { totalCount { value precision } nodes { name createdAt expiresAt lastUsedAt revokedAt } } }")
                .path("apiTokens.nodes[0].name")
                .entity(String.class)
                .isEqualTo("Nightly");
    }

    @Test
    void refusesABlankNameAndAPastExpiryAtOnce() {
        var past = world.clock.instant().minus(Duration.ofDays(1)).toString();

        var answer = change("createApiToken", "apiToken { id } secret", input("name", "", "expiresAt", past));

        assertThat(codes(answer, "createApiToken")).containsExactly("INVALID_NAME", "INVALID_EXPIRY");
        answer.path("createApiToken.secret").valueIsNull();
    }

    @Test
    void understandsAnExpiryWithAnyOffset() {
        change("createApiToken", "apiToken { expiresAt }", input("name", "x", "expiresAt", "2199-01-01T01:00:00+01:00"))
                .path("createApiToken.apiToken.expiresAt")
                .entity(String.class)
                .isEqualTo("2199-01-01T00:00:00Z");
    }

    @Test
    void revokesATokenForGood() {
        var created = create("Nightly");
        var id = created.path("createApiToken.apiToken.id").entity(String.class).get();

        change("revokeApiToken", "apiToken { id revokedAt }", input("id", id))
                .path("revokeApiToken.apiToken.revokedAt")
                .hasValue();

        var secret = created.path("createApiToken.secret").entity(String.class).get();
        assertThat(world.apiAccess.authenticate(new Secret(secret))).isEmpty();
        ask("{ node(id: \"%s\") { __typename id } }".formatted(id))
                .path("node.__typename")
                .entity(String.class)
                .isEqualTo("ApiToken");
    }

    @Test
    void aProgramIsAViewerWithoutAnAddress() {
        var secret = create("Nightly")
                .path("createApiToken.secret")
                .entity(String.class)
                .get();
        world.viewer.actAs(new Viewer.Program(
                world.apiAccess.authenticate(new Secret(secret)).orElseThrow()));

        ask("{ viewer { name email company { name } } }").path("viewer").matchesJsonStrictly("""
                        {"name": "Nightly", "email": null, "company": {"name": "Other"}}
                        """);
    }

    private Response create(String name) {
        return change("createApiToken", "apiToken { id } secret", input("name", name));
    }
}
