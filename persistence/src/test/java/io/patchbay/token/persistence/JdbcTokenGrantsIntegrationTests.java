package io.patchbay.token.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenGrants;
import io.patchbay.token.TokenTrouble;
import io.patchbay.token.Upkeep;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcTokenGrantsIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofMillis(-1);
    private static final Upkeep NO_UPKEEP = new Upkeep(null, null, null);
    private static final Instant NOW = TestTables.NOW;
    private static final Instant LATELY = NOW.minus(Duration.ofDays(7));

    private final JdbcTokenGrants grants = new JdbcTokenGrants(TABLES.jdbc());
    private final CompanyId company = TABLES.company();
    private final CredentialsId credentials = CredentialsId.next();

    @Test
    void givesBackEverythingThatWasKept() {
        var tokens = tokens();
        var begun = begin();

        assertThat(grants.keep(begun, tokens, NO_UPKEEP)).isTrue();

        assertThat(stored()).isEqualTo(new TokenGrant(company, credentials, 1, tokens, null, null, begun.usedAt()));
    }

    @Test
    void beginsOnlyWhereThereIsNothing() {
        grants.keep(begin(), tokens(), NO_UPKEEP);

        assertThat(begin().version()).isEqualTo(1);
    }

    @Test
    void keepsNothingUnderAVersionThatIsThereAlready() {
        var read = begin();
        var first = tokens();
        grants.keep(read, first, NO_UPKEEP);

        assertThat(grants.keep(read, tokens(), NO_UPKEEP)).isFalse();
        assertThat(stored().tokens()).isEqualTo(first);
    }

    @Test
    void keepsNothingForCredentialsThatAreNoMore() {
        var read = begin();
        grants.remove(company, credentials);

        assertThat(grants.keep(read, tokens(), NO_UPKEEP)).isFalse();
        assertThat(grants.find(company, credentials)).isEmpty();
    }

    @Test
    void belongsToOneCompany() {
        begin();

        assertThat(grants.find(TABLES.company(), credentials)).isEmpty();
    }

    @Test
    void isReadWithOthersInOneGo() {
        begin();
        var other = grants.begin(company, CredentialsId.next());

        assertThat(grants.findAll(company, List.of(credentials, other.credentials(), CredentialsId.next())))
                .containsExactlyInAnyOrder(stored(), other);
        assertThat(grants.findAll(company, List.of())).isEmpty();
    }

    @Test
    void isLeasedToOneOfManyWhoWantIt() throws Exception {
        var read = begin();
        List<Callable<Boolean>> wanting = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(number ->
                        () -> grants.lease(read, UUID.randomUUID(), LONG).isPresent())
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(wanting).stream()
                            .map(Future::resultNow)
                            .filter(won -> won))
                    .hasSize(1);
        }
    }

    @Test
    void isLeasedAnewWhenTheLeaseHasEnded() {
        var read = begin();
        var owner = UUID.randomUUID();
        grants.lease(read, owner, OVER);

        assertThat(stored().lease()).isEqualTo(new TokenGrant.Lease(owner, true, false));
        assertThat(lease(read, LONG).lease().ended()).isFalse();
    }

    @Test
    void isNotLeasedInAnotherVersion() {
        var read = begin();
        grants.keep(read, tokens(), NO_UPKEEP);

        assertThat(grants.lease(read, UUID.randomUUID(), LONG)).isEmpty();
    }

    @Test
    void tellsWhoeverTakesOverThatTheRequestHadLeft() {
        var read = begin();
        var stopped = lease(read, LONG);
        assertThat(stopped.lease().sent()).isFalse();
        assertThat(grants.markSent(stopped, OVER)).isTrue();

        var next = lease(read, LONG);

        assertThat(next.lease().sent()).isTrue();
        assertThat(grants.markSent(stopped, LONG)).isFalse();
        assertThat(grants.setBack(stopped, setback(TokenTrouble.TIMEOUT), false))
                .isFalse();
    }

    @Test
    void takesTheTokensOfAHolderWhoComesLate() {
        var slow = lease(begin(), OVER);
        lease(stored(), LONG);
        var tokens = tokens();

        assertThat(grants.keep(slow, tokens, NO_UPKEEP)).isTrue();
        assertThat(stored().tokens()).isEqualTo(tokens);
        assertThat(stored().lease()).isNull();
    }

    @Test
    void remembersASetbackUntilThereAreTokens() {
        var setback = setback(TokenTrouble.RATE_LIMITED);
        assertThat(grants.setBack(lease(begin(), LONG), setback, false)).isTrue();

        assertThat(stored().setback()).isEqualTo(setback);
        assertThat(stored().lease()).isNull();

        grants.keep(stored(), tokens(), NO_UPKEEP);
        assertThat(stored().setback()).isNull();
    }

    @Test
    void remembersThatAnAnswerMayBeLost() {
        var leased = lease(begin(), LONG);
        grants.markSent(leased, LONG);

        grants.setBack(leased, setback(TokenTrouble.TIMEOUT), true);

        assertThat(stored().lease().sent()).isTrue();
        assertThat(lease(stored(), LONG).lease().sent()).isTrue();
    }

    @Test
    void isGivenBackAsItWas() {
        grants.keep(begin(), tokens(), NO_UPKEEP);
        var before = stored();

        grants.release(lease(before, LONG), false);

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void isGoneWhereItNeverWasOne() {
        grants.release(lease(begin(), LONG), false);

        assertThat(grants.find(company, credentials)).isEmpty();
    }

    @Test
    void isDueAheadOfItsEndWhereItIsUsed() {
        due(new Upkeep(NOW, null, null), NOW);
        var notYet = due(new Upkeep(NOW.plusSeconds(1), null, null), NOW);
        var unused = due(new Upkeep(NOW, null, null), LATELY);
        var dying = due(new Upkeep(NOW.plusSeconds(1), NOW, null), LATELY);

        assertThat(claimed()).contains(credentials, dying).doesNotContain(notYet, unused);
        assertThat(claimed()).doesNotContain(credentials, dying);
    }

    @Test
    void isNotDueWhereAskingIsNoUse() {
        due(new Upkeep(NOW, null, null), NOW);
        grants.setBack(lease(stored(), LONG), setback(TokenTrouble.GRANT_GONE), false);
        assertThat(claimed()).doesNotContain(credentials);

        grants.setBack(
                lease(stored(), LONG), new TokenGrant.Setback(TokenTrouble.TIMEOUT, 2, NOW.plusSeconds(1)), false);
        assertThat(claimed()).doesNotContain(credentials);

        grants.setBack(lease(stored(), LONG), setback(TokenTrouble.TIMEOUT), false);
        assertThat(claimed()).contains(credentials);
    }

    @Test
    void isClaimedByOneOfManyNodes() throws Exception {
        var all = Stream.generate(() -> due(new Upkeep(NOW, null, null), NOW))
                .limit(40)
                .collect(Collectors.toCollection(ArrayList::new));
        all.add(credentials);
        List<Callable<List<TokenGrants.Key>>> nodes = IntStream.range(0, 12)
                .<Callable<List<TokenGrants.Key>>>mapToObj(number -> () -> grants.claimDue(NOW, LATELY, 5))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claimed = threads.invokeAll(nodes).stream()
                    .flatMap(node -> node.resultNow().stream())
                    .map(TokenGrants.Key::credentials)
                    .toList();
            assertThat(claimed).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private CredentialsId due(Upkeep upkeep, Instant usedAt) {
        var id = grants.find(company, credentials).isEmpty() ? credentials : CredentialsId.next();
        grants.keep(grants.begin(company, id), tokens(), upkeep);
        grants.markUsed(grants.find(company, id).orElseThrow(), usedAt);
        return id;
    }

    private List<CredentialsId> claimed() {
        return grants.claimDue(NOW, LATELY, 1_000).stream()
                .map(TokenGrants.Key::credentials)
                .toList();
    }

    private TokenGrant begin() {
        return grants.begin(company, credentials);
    }

    private TokenGrant stored() {
        return grants.find(company, credentials).orElseThrow();
    }

    private TokenGrant lease(TokenGrant grant, Duration time) {
        return grants.lease(grant, UUID.randomUUID(), time).orElseThrow();
    }

    private static TokenGrant.Setback setback(TokenTrouble trouble) {
        return new TokenGrant.Setback(trouble, 1, NOW);
    }

    private static TokenGrant.Kept tokens() {
        return new TokenGrant.Kept(
                SecretId.next(),
                SecretId.next(),
                "anna@shop.example",
                List.of("orders:read", "products"),
                NOW,
                NOW.plus(Duration.ofHours(1)),
                NOW.plus(Duration.ofDays(60)),
                URI.create("https://eu.shop.example/api"),
                NOW.plus(Duration.ofMinutes(55)));
    }
}
