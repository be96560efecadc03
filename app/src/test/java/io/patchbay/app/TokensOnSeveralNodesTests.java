package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.CredentialsId;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.TokenHolder;
import io.patchbay.token.TokenState;
import io.patchbay.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes of Patchbay on one PostgreSQL and a vendor over HTTP: one renewal for all, also where a node is killed. */
class TokensOnSeveralNodesTests extends WholeApplication {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int THREADS_OF_EACH = 25;

    @Autowired
    private AccessTokens here;

    @Autowired
    private Tokens tokens;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path dataDirectory;

    /** A connector of a company of its own, whose access token has ended. */
    private record Connected(ApiClient program, TokenHolder holder, String written) {}

    @Test
    void fiftyWhoAskOnTwoNodesGetTheTokenOfOneRenewal() throws Exception {
        try (var vendor = new TokenVendor();
                var there = TokenNode.start(DATABASE, dataDirectory);
                var logs = new CapturedLogs()) {
            var shop = connected(vendor, "crowd", "single-use");
            Callable<String> asking =
                    () -> TokenNode.value(here.of(shop.holder()).token(PATIENCE));

            there.ask(THREADS_OF_EACH, shop.written());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(Collections.nCopies(THREADS_OF_EACH, asking)).stream()
                                .map(Future::resultNow))
                        .hasSize(THREADS_OF_EACH)
                        .containsOnly(TokenVendor.access("crowd", 2));
            }
            assertThat(there.answers(THREADS_OF_EACH)).containsOnly(TokenVendor.access("crowd", 2));

            assertThat(vendor.presented("crowd")).containsExactly(TokenVendor.refresh("crowd", 1));
            var grant = tokens.find(
                            shop.holder().company(), shop.holder().credentials().id())
                    .orElseThrow();
            assertThat(grant.version()).isEqualTo(2);
            assertThat(grant.state(Instant.now())).isEqualTo(TokenState.VALID);
            assertThat(logs.lines()).isNotEmpty().noneMatch(line -> line.contains("recognisable-"));
            assertThat(database())
                    .doesNotContain("recognisable-")
                    .doesNotContain(HexFormat.of().formatHex("recognisable-".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aNodeThatIsKilledBeforeItKeptTheAnswerCostsOnlyWhatTheVendorTakesOnce() throws Exception {
        try (var vendor = new TokenVendor();
                var there = TokenNode.start(DATABASE, dataDirectory)) {
            var lenient = connected(vendor, "lenient", "grace");
            var strict = connected(vendor, "strict", "single-use");
            var lenientAsked = vendor.withholdAnswerTo("lenient");
            var strictAsked = vendor.withholdAnswerTo("strict");
            there.ask(1, lenient.written());
            there.ask(1, strict.written());
            assertThat(lenientAsked.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(strictAsked.await(1, TimeUnit.MINUTES)).isTrue();
            there.kill();
            assertThat(TokenNode.value(here.of(lenient.holder()).token(Duration.ofMillis(100))))
                    .isEqualTo("TIMEOUT");
            endLeases();

            assertThat(TokenNode.value(here.of(lenient.holder()).token(PATIENCE)))
                    .isEqualTo(TokenVendor.access("lenient", 3));
            assertThat(vendor.presented("lenient"))
                    .containsExactly(TokenVendor.refresh("lenient", 1), TokenVendor.refresh("lenient", 1));
            assertThat(seen(lenient)).contains("\"state\":\"VALID\"");

            assertThat(TokenNode.value(here.of(strict.holder()).token(PATIENCE)))
                    .isEqualTo("REFRESH_ANSWER_LOST");
            assertThat(vendor.presented("strict")).containsExactly(TokenVendor.refresh("strict", 1));
            assertThat(seen(strict))
                    .contains("\"status\":\"NEEDS_RECONNECT\"")
                    .contains("\"reason\":\"REFRESH_ANSWER_LOST\"")
                    .contains("\"state\":\"NEEDS_RECONNECT\"")
                    .contains("anna@vendor.example");

            tokens.keepFirst(
                    strict.holder().company(), strict.holder().credentials().id(), TokenVendor.ended("strict"));
            assertThat(seen(strict)).contains("\"status\":\"OPERATIONAL\"");
        }
    }

    private Connected connected(TokenVendor vendor, String client, String refreshReuse) {
        var registered = companies.register();
        var program = program(registered.token());
        var company = registered.person().companyId();
        DemoShop.createConnector(program, DemoShop.connector(DemoShop.group(program, "Tokens"), "demo-password"));
        var credentials = new CredentialsId(
                jdbc.sql("select (credentials ->> 'id')::uuid from system_access where company_id = ?")
                        .param(company.value())
                        .query(UUID.class)
                        .single());
        // Unused for long, so that nobody renews them in the background.
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            tokens.keepFirst(company, credentials, TokenVendor.ended(client));
            jdbc.sql("update token_grant set used_at = now() - interval '30 days' where company_id = ?")
                    .param(company.value())
                    .update();
        });
        var holder = TokenVendor.holder(vendor.address(), company, credentials, client, refreshReuse);
        return new Connected(program, holder, TokenNode.written(vendor.address(), holder, client, refreshReuse));
    }

    private static String seen(Connected connected) {
        return connected
                .program()
                .data(
                        "{ connectors { nodes { status lastCheck { reason } tokenGrant { state account scopes expiresAt } } } }")
                .toString();
    }

    /** What waiting for the leases would come to. */
    private void endLeases() {
        jdbc.sql("update token_grant set lease_until = clock_timestamp() where lease_until is not null")
                .update();
    }

    private String database() {
        List<String> tables = jdbc.sql("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                """).query(String.class).list();
        return String.join(
                "\n",
                tables.stream()
                        .map(table -> jdbc.sql("select coalesce(string_agg(it::text, ' '), '') from " + table + " it")
                                .query(String.class)
                                .single())
                        .toList());
    }
}
