package io.patchbay.access.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.Checks;
import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.Exchange;
import io.patchbay.connectivity.Header;
import io.patchbay.shared.Secret;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.marketplace.PrebuiltSystems;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as the vendors document them, and what the prebuilt definitions read in them. */
class PrebuiltReadingsTests {

    private static final PrebuiltSystems SYSTEMS = PrebuiltSystems.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stripe | 403 | {\"error\": {\"type\": \"invalid_request_error\"}} | OPERATIONAL PERMISSION",
                "stripe | 401 | {\"error\": {\"message\": \"Invalid API Key provided\"}} | FAILED_AUTHENTICATION CREDENTIALS_REFUSED",
                "shopify | 200 | {\"errors\": [{\"message\": \"Access denied for shop field.\", \"extensions\": {\"code\": \"ACCESS_DENIED\"}}]} | OPERATIONAL PERMISSION",
                "shopify | 403 | {\"errors\": \"[API] This action requires merchant approval for read_orders scope.\"} | OPERATIONAL PERMISSION",
                "shopify | 200 | {\"data\": {\"shop\": {\"name\": \"x\"}}} | OPERATIONAL null",
                "slack | 200 | {\"ok\": true} | OPERATIONAL null",
                "slack | 200 | {\"ok\": false, \"error\": \"invalid_auth\"} | FAILED_AUTHENTICATION CREDENTIALS_REFUSED",
                "slack | 200 | {\"ok\": false, \"error\": \"missing_scope\"} | OPERATIONAL PERMISSION",
                "slack | 200 | {\"ok\": false, \"error\": \"ratelimited\"} | OPERATIONAL RATE_LIMITED",
                "hubspot | 403 | {\"category\": \"MISSING_SCOPES\"} | OPERATIONAL PERMISSION",
                "klaviyo | 403 | {\"errors\": [{\"status\": 403, \"code\": \"permission_denied\"}]} | OPERATIONAL PERMISSION",
                "klaviyo | 401 | {\"errors\": [{\"status\": 401, \"code\": \"not_authenticated\"}]} | FAILED_AUTHENTICATION CREDENTIALS_REFUSED",
                "github | 403 | {\"message\": \"API rate limit exceeded for user ID 1.\"} | OPERATIONAL RATE_LIMITED",
                "github | 403 | {\"message\": \"Resource not accessible by personal access token\"} | OPERATIONAL PERMISSION",
                "github | 401 | {\"message\": \"Bad credentials\"} | FAILED_AUTHENTICATION CREDENTIALS_REFUSED",
                "google-sheets | 403 | {\"error\": {\"code\": 403, \"status\": \"PERMISSION_DENIED\"}} | OPERATIONAL PERMISSION",
                "bigcommerce | 403 | {\"title\": \"You don't have a required scope to access the endpoint\"} | OPERATIONAL PERMISSION",
                "zendesk | 403 | {\"error\": {\"title\": \"Forbidden\"}} | OPERATIONAL PERMISSION",
                "commercetools | 403 | {\"statusCode\": 403, \"error\": \"insufficient_scope\"} | OPERATIONAL PERMISSION",
                "akeneo | 403 | {\"code\": 403, \"message\": \"Access forbidden.\"} | OPERATIONAL PERMISSION",
                "quickbooks-online | 400 | 3100 - message=AuthorizationFailed; errorCode=003100; statusCode=403 | FAILED_AUTHENTICATION CREDENTIALS_REFUSED",
                "amazon-sp-api | 403 | {\"errors\": [{\"code\": \"Unauthorized\"}]} | FAILED_AUTHENTICATION CREDENTIALS_REFUSED",
                "square | 403 | {\"errors\": [{\"category\": \"AUTHENTICATION_ERROR\", \"code\": \"INSUFFICIENT_SCOPES\"}]} | OPERATIONAL PERMISSION",
                "square | 401 | {\"errors\": [{\"category\": \"AUTHENTICATION_ERROR\", \"code\": \"UNAUTHORIZED\"}]} | FAILED_AUTHENTICATION CREDENTIALS_REFUSED",
                "demo-shop | 200 | {\"environment\": \"sandbox\"} | FAILED_AUTHENTICATION WRONG_ENVIRONMENT"
            })
    void readWhatVendorsAnswer(String slug, int status, String body, String expected) {
        var answer = new Answer(
                status,
                List.of(Header.open("Content-Type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofMillis(1),
                false);
        var access = new Access(question(system(slug), Environment.LIVE, Map.of()));

        var verdict = Verdicts.ofProof(access, new Exchange.Answered(answer), Clock.systemUTC());

        assertThat(verdict.status() + " " + verdict.reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "stripe, LIVE, secret_key, sk_live_0000, false",
        "stripe, LIVE, secret_key, sk_test_0000, true",
        "stripe, LIVE, secret_key, rk_test_0000, true",
        "stripe, TEST, secret_key, sk_test_0000, false",
        "stripe, TEST, secret_key, rk_live_0000, true",
        "shipstation, LIVE, api_key, TEST_0000, true",
        "shipstation, LIVE, api_key, 0000, false",
        "shipstation, TEST, api_key, 0000, true",
        "shipstation, TEST, api_key, TEST_0000, false"
    })
    void knowKeysByTheirLooks(String slug, Environment asked, String field, String value, boolean elsewhere) {
        var access = new Access(question(system(slug), asked, Map.of(field, new Secret(value))));

        assertThat(access.belongsElsewhere()).isEqualTo(elsewhere);
    }

    private static SystemDefinition system(String slug) {
        return SYSTEMS.find(slug).orElseThrow();
    }

    private static Checks.Question question(
            SystemDefinition system, Environment environment, Map<String, Secret> values) {
        return new Checks.Question(
                system, environment, system.authenticationMethods().getFirst(), values);
    }
}
