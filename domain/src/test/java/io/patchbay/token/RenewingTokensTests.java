package io.patchbay.token;

import static io.patchbay.token.TokenWorld.PATIENCE;
import static io.patchbay.token.TokenWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.SecretId;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationType;
import io.patchbay.token.TokenExchange.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RenewingTokensTests {

    private final TokenWorld world = new TokenWorld();
    private final ScriptedVendor vendor = world.vendor;
    private final AccessTokens node = world.node();
    private final AccessTokens otherNode = world.node();

    @AfterEach
    void close() {
        node.close();
        otherNode.close();
    }

    @Test
    void aTokenThatLastsIsGivenWithoutAskingAnybody() {
        var holder = world.connected("single-use");

        assertThat(ask(holder)).isEqualTo("access-1");
        assertThat(world.state(holder)).isEqualTo(TokenState.VALID);
        assertThat(vendor.timesAsked()).isZero();
    }

    @Test
    void aTokenThatEndsSoonIsRenewedWhenItIsUsed() {
        var holder = world.connected("single-use");
        world.goOnUntilExpiring();
        assertThat(world.state(holder)).isEqualTo(TokenState.EXPIRING);

        assertThat(ask(holder)).isEqualTo("access-2");

        assertThat(world.state(holder)).isEqualTo(TokenState.VALID);
        assertThat(world.grant(holder).version()).isEqualTo(2);
        assertThat(vendor.presented()).containsExactly("refresh-1");
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT55M", "PT24H, PT23H55M", "PT10M, PT9M", "PT10S, PT9S", "PT0S, PT0S"})
    void itIsRenewedATenthOfItsLifeBeforeItsEndAndFiveMinutesAtMost(Duration life, Duration renewed) {
        var now = Instant.parse("2026-03-29T00:30:00Z");
        var issued = new IssuedTokens(new Secret("a"), null, null, List.of(), now, now.plus(life), null, null);

        assertThat(ExpiryMargin.renewAt(issued)).isEqualTo(now.plus(renewed));
    }

    @Test
    void aTokenWhoseEndNobodyKnowsLastsUntilItIsRefused() {
        var holder = world.holder(AuthenticationType.OAUTH2_AUTHORIZATION_CODE, Map.of());
        var now = world.clock.instant();
        world.tokens.keepFirst(
                world.company,
                holder.credentials().id(),
                new IssuedTokens(new Secret("endless"), new Secret("refresh"), null, List.of(), now, null, null, null));
        world.clock.goOn(Duration.ofDays(4_000));

        assertThat(ask(holder)).isEqualTo("endless");
        assertThat(value(askInsteadOf(node, holder, 1))).isEqualTo("access-1");
    }

    @Test
    void theNextRenewalPresentsTheNewestRefreshToken() {
        var holder = world.connected("single-use");
        for (int round = 0; round < 3; round++) {
            world.goOnUntilExpired();
            ask(holder);
        }

        assertThat(vendor.presented()).containsExactly("refresh-1", "refresh-2", "refresh-3");
        assertThat(world.secrets.size()).isEqualTo(3);
    }

    @Test
    void whatTheVendorDoesNotSayAnewStaysAsItWas() {
        var holder = world.holder(AuthenticationType.OAUTH2_AUTHORIZATION_CODE, Map.of());
        var now = world.clock.instant();
        world.tokens.keepFirst(
                world.company,
                holder.credentials().id(),
                new IssuedTokens(new Secret("a"), new Secret("r"), "anna", List.of("orders"), now, now, null, null));
        vendor.answers(request -> new Answer.Issued(vendor.nextWithoutRefreshToken()));

        ask(holder);
        world.goOnUntilExpired();
        ask(holder);

        var kept = Objects.requireNonNull(world.grant(holder).tokens());
        assertThat(kept.account()).isEqualTo("anna");
        assertThat(kept.scopes()).containsExactly("orders");
        assertThat(vendor.presented()).containsExactly("r", "r");
    }

    @Test
    void fiftyWhoAskOnTwoNodesAreServedByOneRenewal() throws Exception {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();

        assertThat(askFrom(50, holder)).hasSize(50).containsOnly("access-2");
        assertThat(vendor.timesAsked()).isEqualTo(1);
        assertThat(world.grant(holder).version()).isEqualTo(2);
    }

    @Test
    void fiftyWhoAskOnTwoNodesForAFirstTokenAreServedByOneLogin() throws Exception {
        var holder = world.holder(AuthenticationType.TOKEN_LOGIN, Map.of());

        assertThat(askFrom(50, holder)).hasSize(50).containsOnly("access-1");
        assertThat(vendor.timesAsked()).isEqualTo(1);
    }

    @Test
    void fiftyWhoseTokenIsRefusedAreServedByOneRenewal() throws Exception {
        var holder = world.connected("single-use");

        var answers = at(50, number -> value(askInsteadOf(number % 2 == 0 ? node : otherNode, holder, 1)));

        assertThat(answers).hasSize(50).containsOnly("access-2");
        assertThat(vendor.timesAsked()).isEqualTo(1);
    }

    @Test
    void aTokenThatWasRefusedAfterSomebodyRenewedItIsNotRenewedAgain() {
        var holder = world.connected("single-use");
        askInsteadOf(node, holder, 1);

        assertThat(value(askInsteadOf(otherNode, holder, 1))).isEqualTo("access-2");
        assertThat(vendor.timesAsked()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsLongerThanTheyLikeAndTheRenewalGoesOn() throws Exception {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        var answering = new CountDownLatch(1);
        vendor.answers(request -> {
            await(answering);
            return new Answer.Issued(vendor.next());
        });

        assertThat(value(node.of(holder).token(Duration.ofMillis(50)))).isEqualTo("TIMEOUT");
        assertThat(world.state(holder)).isEqualTo(TokenState.REFRESHING);
        answering.countDown();

        assertThat(ask(holder)).isEqualTo("access-2");
        assertThat(vendor.timesAsked()).isEqualTo(1);
    }

    @Test
    void aRefusedGrantNeedsAPersonAndIsNotPresentedAgain() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        vendor.fails(TokenTrouble.GRANT_GONE);

        assertThat(ask(holder)).isEqualTo("GRANT_GONE");
        assertThat(ask(holder)).isEqualTo("GRANT_GONE");
        assertThat(value(otherNode.ofTrial(holder).token(PATIENCE))).isEqualTo("GRANT_GONE");

        assertThat(world.state(holder)).isEqualTo(TokenState.NEEDS_RECONNECT);
        assertThat(world.watch.trouble(holder.credentials().id())).contains(TokenTrouble.GRANT_GONE);
        assertThat(vendor.timesAsked()).isEqualTo(1);
    }

    @Test
    void aNewConsentEndsTheTrouble() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        vendor.fails(TokenTrouble.GRANT_GONE);
        ask(holder);

        world.tokens.keepFirst(world.company, holder.credentials().id(), vendor.next());

        assertThat(world.state(holder)).isEqualTo(TokenState.VALID);
        assertThat(ask(holder)).isEqualTo("access-2");
        assertThat(world.watch.trouble(holder.credentials().id())).isEmpty();
    }

    @Test
    void aGrantThatIsRefusedBecauseSomebodyElseRenewedItIsReadAgain() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        vendor.answers(request -> {
            world.tokens.keepFirst(world.company, holder.credentials().id(), vendor.next());
            return new Answer.Failed(TokenTrouble.GRANT_GONE, null, false);
        });

        assertThat(ask(holder)).isEqualTo("access-2");
        assertThat(world.state(holder)).isEqualTo(TokenState.VALID);
    }

    @ParameterizedTest
    @EnumSource(TokenTrouble.class)
    void onlyTheGrantItselfEndsAGrant(TokenTrouble trouble) {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        vendor.fails(trouble);

        assertThat(ask(holder)).isEqualTo(trouble.name());

        assertThat(world.state(holder))
                .isEqualTo(
                        trouble.kind() == TokenTrouble.Kind.RECONNECT
                                ? TokenState.NEEDS_RECONNECT
                                : TokenState.BACKOFF);
        assertThat(world.grant(holder).tokens()).isNotNull();
    }

    @Test
    void aTokenThatCannotBeRenewedYetIsUsedUntilItsEnd() {
        var holder = world.connected("single-use");
        world.goOnUntilExpiring();
        vendor.fails(TokenTrouble.HTTP_STATUS);

        assertThat(ask(holder)).isEqualTo("access-1");
        assertThat(ask(holder)).isEqualTo("access-1");
        assertThat(vendor.timesAsked()).isEqualTo(1);
    }

    @Test
    void theVendorIsAskedAgainAfterAWhileThatGrows() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        for (var wait : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300)) {
            vendor.fails(TokenTrouble.HTTP_STATUS);
            var asked = vendor.timesAsked();
            assertThat(ask(holder)).isEqualTo("HTTP_STATUS");
            world.clock.goOn(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(ask(holder)).isEqualTo("HTTP_STATUS");
            assertThat(vendor.timesAsked()).isEqualTo(asked + 1);
            world.clock.goOn(Duration.ofMillis(1));
        }

        assertThat(ask(holder)).isEqualTo("access-2");
        assertThat(world.grant(holder).setback()).isNull();
    }

    @Test
    void theVendorIsLeftAloneAsLongAsItWants() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        vendor.asksToComeBackIn(Duration.ofSeconds(90));
        ask(holder);

        world.clock.goOn(Duration.ofSeconds(89));
        assertThat(ask(holder)).isEqualTo("RATE_LIMITED");
        assertThat(value(node.ofTrial(holder).token(PATIENCE))).isEqualTo("RATE_LIMITED");
        assertThat(vendor.timesAsked()).isEqualTo(1);

        world.clock.goOn(Duration.ofSeconds(1));
        assertThat(ask(holder)).isEqualTo("access-2");
    }

    @Test
    void whoTriesDoesNotHearOfOldTrouble() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        vendor.fails(TokenTrouble.CREDENTIALS_REFUSED);
        ask(holder);

        assertThat(value(node.ofTrial(holder).token(PATIENCE))).isEqualTo("access-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reusable", "grace"})
    void aLostAnswerIsAskedForOnceMoreWhereTheVendorAllowsIt(String reuse) {
        var holder = world.connected(reuse);
        world.goOnUntilExpired();
        vendor.losesAnswer();

        assertThat(ask(holder)).isEqualTo("access-2");
        assertThat(vendor.presented()).containsExactly("refresh-1", "refresh-1");
        assertThat(world.state(holder)).isEqualTo(TokenState.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-use", "", "something-else"})
    void aLostAnswerEndsAGrantThatIsGoodOnlyOnce(String reuse) {
        var holder = world.connected(reuse);
        world.goOnUntilExpired();
        vendor.losesAnswer();

        assertThat(ask(holder)).isEqualTo("REFRESH_ANSWER_LOST");
        assertThat(ask(holder)).isEqualTo("REFRESH_ANSWER_LOST");

        assertThat(vendor.presented()).containsExactly("refresh-1");
        assertThat(world.state(holder)).isEqualTo(TokenState.NEEDS_RECONNECT);
        assertThat(world.watch.trouble(holder.credentials().id())).contains(TokenTrouble.REFRESH_ANSWER_LOST);
    }

    @Test
    void anAnswerThatIsLostTwiceIsAskedForLater() {
        var holder = world.connected("grace");
        world.goOnUntilExpired();
        vendor.losesAnswer().losesAnswer();
        assertThat(ask(holder)).isEqualTo("TIMEOUT");
        assertThat(world.state(holder)).isEqualTo(TokenState.BACKOFF);

        world.clock.goOn(Duration.ofSeconds(1));

        assertThat(ask(holder)).isEqualTo("access-2");
        assertThat(vendor.presented()).containsExactly("refresh-1", "refresh-1", "refresh-1");
    }

    @Test
    void aGrantThatIsRefusedAfterALostAnswerEndedByThat() {
        var holder = world.connected("grace");
        world.goOnUntilExpired();
        vendor.losesAnswer().losesAnswer().fails(TokenTrouble.GRANT_GONE);
        ask(holder);
        world.clock.goOn(Duration.ofSeconds(1));

        assertThat(ask(holder)).isEqualTo("REFRESH_ANSWER_LOST");
    }

    @Test
    void aQuestionThatNeverLeftLosesNothing() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        vendor.fails(TokenTrouble.DNS);
        ask(holder);
        world.clock.goOn(Duration.ofSeconds(1));

        assertThat(ask(holder)).isEqualTo("access-2");
    }

    @Test
    void aLostAnswerMattersNotWhereNothingIsUsedUp() {
        var holder = world.holder(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, Map.of());
        vendor.losesAnswer();
        assertThat(ask(holder)).isEqualTo("TIMEOUT");
        world.clock.goOn(Duration.ofSeconds(1));

        assertThat(ask(holder)).isEqualTo("access-1");
    }

    @ParameterizedTest
    @CsvSource({
        "single-use, REFRESH_ANSWER_LOST, 0",
        "grace, access-2, 1",
        "reusable, access-2, 1",
    })
    void whoTakesOverFromAStoppedHolderThatHadSentKnowsWhatTheVendorAllows(String reuse, String answer, int asked) {
        var holder = world.connected(reuse);
        world.goOnUntilExpired();
        var stopped = lease(holder);
        world.steps.send(stopped, TokenWorld.PACE.lease());

        world.clock.goOn(TokenWorld.PACE.lease());

        assertThat(ask(holder)).isEqualTo(answer);
        assertThat(vendor.timesAsked()).isEqualTo(asked);
    }

    @Test
    void whoTakesOverFromAStoppedHolderThatHadNotSentGoesOn() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        lease(holder);

        world.clock.goOn(TokenWorld.PACE.lease());

        assertThat(ask(holder)).isEqualTo("access-2");
    }

    @Test
    void nobodyTakesOverBeforeTheLeaseHasEnded() {
        var holder = world.connected("reusable");
        world.goOnUntilExpired();
        world.steps.send(lease(holder), TokenWorld.PACE.lease());
        world.clock.goOn(TokenWorld.PACE.lease().minusMillis(1));

        assertThat(value(node.of(holder).token(Duration.ofMillis(200)))).isEqualTo("TIMEOUT");
        assertThat(vendor.timesAsked()).isZero();
        world.clock.goOn(Duration.ofMillis(1));
    }

    @Test
    void theTokensOfAHolderWhoComesLateAreKept() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        var slow = lease(holder);
        world.steps.send(slow, TokenWorld.PACE.lease());
        world.clock.goOn(TokenWorld.PACE.lease());
        assertThat(ask(holder)).isEqualTo("REFRESH_ANSWER_LOST");

        assertThat(world.steps.keep(slow, vendor.next(), true)).isPresent();

        assertThat(ask(holder)).isEqualTo("access-2");
        assertThat(world.watch.trouble(holder.credentials().id())).isEmpty();
    }

    @Test
    void aPastedRefreshTokenIsPresentedFirstAndTheNewestOneAfterwards() {
        var holder = world.holder(AuthenticationType.OAUTH2_REFRESH_TOKEN, Map.of());
        assertThat(ask(holder)).isEqualTo("access-1");
        world.goOnUntilExpired();
        assertThat(ask(holder)).isEqualTo("access-2");

        assertThat(vendor.presented()).containsExactly("", "refresh-1");
    }

    @Test
    void aPastedRefreshTokenWhoseAnswerIsLostIsNotPresentedAgain() {
        var holder = world.holder(AuthenticationType.OAUTH2_REFRESH_TOKEN, Map.of());
        vendor.losesAnswer();

        assertThat(ask(holder)).isEqualTo("REFRESH_ANSWER_LOST");
        assertThat(ask(holder)).isEqualTo("REFRESH_ANSWER_LOST");
        assertThat(vendor.timesAsked()).isEqualTo(1);
    }

    @Test
    void aConsentThatNobodyGaveIsGone() {
        var holder = world.holder(AuthenticationType.OAUTH2_AUTHORIZATION_CODE, Map.of());

        assertThat(ask(holder)).isEqualTo("GRANT_GONE");
        assertThat(world.tokens.find(world.company, holder.credentials().id())).isEmpty();
    }

    @Test
    void aTokenWithoutARefreshTokenLastsToItsEnd() {
        var holder = world.holder(AuthenticationType.OAUTH2_AUTHORIZATION_CODE, Map.of());
        world.tokens.keepFirst(world.company, holder.credentials().id(), vendor.nextWithoutRefreshToken());
        world.goOnUntilExpiring();
        assertThat(ask(holder)).isEqualTo("access-1");
        assertThat(value(askInsteadOf(node, holder, 1))).isEqualTo("GRANT_GONE");
        assertThat(world.watch.trouble(holder.credentials().id())).isEmpty();

        world.goOnUntilExpired();

        assertThat(ask(holder)).isEqualTo("GRANT_GONE");
        assertThat(world.watch.trouble(holder.credentials().id())).contains(TokenTrouble.GRANT_GONE);
    }

    @Test
    void aTokenThatCannotBeReadIsRenewed() {
        var holder = world.connected("single-use");
        forget(Objects.requireNonNull(world.grant(holder).tokens()).accessToken());

        assertThat(ask(holder)).isEqualTo("access-2");
    }

    @Test
    void aRefreshTokenThatCannotBeReadSaysSoAndHarmsNothing() {
        var holder = world.connected("single-use");
        world.goOnUntilExpired();
        world.secrets.loseKeys();

        assertThat(ask(holder)).isEqualTo("KEY_MISSING");

        assertThat(world.grant(holder).setback()).isNull();
        assertThat(world.grant(holder).lease()).isNull();
        assertThat(vendor.timesAsked()).isZero();
    }

    @Test
    void credentialsThatCannotBeReadLeaveNothingBehind() {
        var holder = world.holder(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, Map.of());
        world.secrets.loseKeys();

        assertThat(ask(holder)).isEqualTo("KEY_MISSING");
        assertThat(world.tokens.find(world.company, holder.credentials().id())).isEmpty();
    }

    @Test
    void tokensOfCredentialsThatAreRemovedMeanwhileAreNotKept() {
        var holder = world.holder(AuthenticationType.OAUTH2_CLIENT_CREDENTIALS, Map.of());
        vendor.answers(request -> {
            world.tokens.forget(world.company, holder.credentials().id());
            world.secrets.forget(world.company, holder.credentials().secrets());
            return new Answer.Issued(vendor.next());
        });

        assertThat(ask(holder)).isEqualTo("KEY_MISSING");
        assertThat(world.tokens.find(world.company, holder.credentials().id())).isEmpty();
        assertThat(world.secrets.size()).isZero();
    }

    @Test
    void aTokenInUseIsRenewedAheadAndOnlyOnce() throws Exception {
        var holder = world.connected("single-use");
        ask(holder);
        assertThat(world.steps.claimDue(10)).isEmpty();
        world.clock.goOn(Duration.ofMinutes(50));

        assertThat(world.steps.claimDue(10)).hasSize(1);
        assertThat(world.steps.claimDue(10)).isEmpty();
        at(10, number -> {
            (number % 2 == 0 ? node : otherNode).renewAhead(holder);
            return "";
        });

        assertThat(vendor.timesAsked()).isEqualTo(1);
        assertThat(ask(holder)).isEqualTo("access-2");
    }

    @Test
    void aTokenThatNobodyUsesIsLeftToEnd() {
        var holder = world.connected("single-use");
        world.clock.goOn(Duration.ofDays(8));

        assertThat(world.steps.claimDue(10)).isEmpty();
        assertThat(ask(holder)).isEqualTo("access-2");
        world.clock.goOn(Duration.ofMinutes(50));
        assertThat(world.steps.claimDue(10)).hasSize(1);
    }

    @Test
    void aRefreshTokenThatEndsForWantOfUseIsUsedInTime() {
        var holder = world.holder(AuthenticationType.OAUTH2_AUTHORIZATION_CODE, Map.of());
        var now = world.clock.instant();
        world.tokens.keepFirst(
                world.company,
                holder.credentials().id(),
                new IssuedTokens(
                        new Secret("a"),
                        new Secret("r"),
                        null,
                        List.of(),
                        now,
                        now.plus(Duration.ofHours(1)),
                        now.plus(Duration.ofDays(100)),
                        null));
        world.clock.goOn(Duration.ofDays(74));
        assertThat(world.steps.claimDue(10)).isEmpty();

        world.clock.goOn(Duration.ofDays(1));

        assertThat(world.steps.claimDue(10)).hasSize(1);
        node.renewAhead(holder);
        assertThat(vendor.presented()).containsExactly("r");
    }

    @Test
    void nothingThatIsPassedAroundPrintsAToken() {
        var holder = world.connected("single-use");
        var issued = vendor.next();

        assertThat(Stream.of(
                        issued,
                        new Answer.Issued(issued),
                        node.of(holder).token(PATIENCE),
                        world.grant(holder),
                        holder,
                        new TokenExchange.Request(
                                holder.system(),
                                holder.environment(),
                                holder.method(),
                                Map.of("client_secret", new Secret("client-secret")),
                                new Secret("refresh-1"))))
                .allSatisfy(it -> assertThat(it.toString())
                        .doesNotContain("access-")
                        .doesNotContain("refresh-")
                        .doesNotContain("client-secret"));
    }

    private String ask(TokenHolder holder) {
        return value(node.of(holder).token(PATIENCE));
    }

    private static TokenAnswer askInsteadOf(AccessTokens node, TokenHolder holder, long version) {
        return node.of(holder).insteadOf(new AccessToken(new Secret("refused"), version, null), PATIENCE);
    }

    private List<String> askFrom(int threads, TokenHolder holder) throws Exception {
        return at(
                threads,
                number -> value((number % 2 == 0 ? node : otherNode).of(holder).token(PATIENCE)));
    }

    private interface Numbered {
        String call(int number);
    }

    /** So many at once. */
    private static List<String> at(int threads, Numbered work) throws Exception {
        var start = new CountDownLatch(threads);
        var all = new ArrayList<Callable<String>>();
        for (int index = 0; index < threads; index++) {
            int number = index;
            all.add(() -> {
                start.countDown();
                await(start);
                return work.call(number);
            });
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }

    private TokenGrant lease(TokenHolder holder) {
        return world.grants
                .lease(world.grant(holder), UUID.randomUUID(), TokenWorld.PACE.lease())
                .orElseThrow();
    }

    private void forget(SecretId secret) {
        world.secrets.forget(world.company, List.of(secret));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
