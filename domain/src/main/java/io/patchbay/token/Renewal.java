package io.patchbay.token;

import io.patchbay.credential.RevealedCredentials;
import io.patchbay.credential.SecretId;
import io.patchbay.credential.UnreadableSecret;
import io.patchbay.shared.Secret;
import io.patchbay.token.AccessTokens.Urgency;
import io.patchbay.token.TokenExchange.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One attempt to come to a valid access token: by one's own exchange, or by that of another node. Not thread-safe. */
final class Renewal {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofHours(1);
    private static final int ATTEMPTS_TO_KEEP = 5;

    private final Tokens tokens;
    private final TokenSteps steps;
    private final RevealedCredentials revealed;
    private final TokenExchange exchange;
    private final Clock clock;
    private final RenewalPace pace;
    private final TokenHolder holder;
    private final Urgency urgency;
    private final long refused;

    private boolean unreadable;

    /** @param refused the version of the token that a system refused; 0: none was */
    Renewal(
            Tokens tokens,
            TokenSteps steps,
            RevealedCredentials revealed,
            TokenExchange exchange,
            Clock clock,
            RenewalPace pace,
            TokenHolder holder,
            Urgency urgency,
            long refused) {
        this.tokens = tokens;
        this.steps = steps;
        this.revealed = revealed;
        this.exchange = exchange;
        this.clock = clock;
        this.pace = pace;
        this.holder = holder;
        this.urgency = urgency;
        this.refused = refused;
    }

    /** What can be said at once, without waiting for anybody. */
    Optional<TokenAnswer> atHand() {
        return find().flatMap(this::current);
    }

    /** Comes to an answer, however long that takes within the pace. */
    TokenAnswer run() {
        var end = System.nanoTime() + pace.patience().toNanos();
        var pause = SHORTEST_PAUSE;
        while (System.nanoTime() < end) {
            var found = find();
            if (found.isEmpty() && !holder.isIssuedUnasked()) {
                return new TokenAnswer.Missing(TokenTrouble.GRANT_GONE);
            }
            var grant = found.orElseGet(() -> steps.begin(holder));
            var answer = current(grant).or(() -> renewed(grant));
            if (answer.isPresent()) {
                return answer.get();
            }
            if (urgency == Urgency.AHEAD && grant.isLeased()) {
                break;
            }
            if (!paused(pause)) {
                break;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return new TokenAnswer.Missing(TokenTrouble.TIMEOUT);
    }

    /** The answer that a grant gives as it stands: a token that will do, or a reason why there is none. */
    private Optional<TokenAnswer> current(TokenGrant grant) {
        if (isGoodEnough(grant)) {
            var answer = granted(grant);
            if (answer.isPresent()) {
                return answer;
            }
        }
        if (grant.isLeased()) {
            return Optional.empty();
        }
        var setback = grant.setback();
        if (setback != null && holdsBack(setback)) {
            return Optional.of(orStillUsable(grant, setback.trouble()));
        }
        return holder.canRenew(grant) ? Optional.empty() : Optional.of(withoutRenewal(grant));
    }

    private boolean isGoodEnough(TokenGrant grant) {
        return grant.version() > refused
                && !needsPerson(grant)
                && grant.isFresh(clock.instant())
                && !(urgency == Urgency.AHEAD && grant.isDueAhead(clock.instant()));
    }

    private static boolean needsPerson(TokenGrant grant) {
        return grant.setback() != null && grant.setback().trouble().kind() == TokenTrouble.Kind.RECONNECT;
    }

    /** Whether what went wrong before still speaks against asking. Nobody insists where the vendor wants to be left alone. */
    private boolean holdsBack(TokenGrant.Setback setback) {
        if (setback.trouble().kind() == TokenTrouble.Kind.RECONNECT) {
            return true;
        }
        return clock.instant().isBefore(setback.retryAt())
                && (urgency != Urgency.TRIED || setback.trouble() == TokenTrouble.RATE_LIMITED);
    }

    /** A token that is to be renewed soon may open the system still, unless only a person can help. */
    private TokenAnswer orStillUsable(TokenGrant grant, TokenTrouble trouble) {
        return trouble.kind() != TokenTrouble.Kind.RECONNECT
                        && grant.version() > refused
                        && grant.isUsable(clock.instant())
                ? granted(grant).orElseGet(() -> new TokenAnswer.Missing(TokenTrouble.KEY_MISSING))
                : new TokenAnswer.Missing(trouble);
    }

    private TokenAnswer withoutRenewal(TokenGrant grant) {
        if (grant.tokens() == null || grant.version() <= refused) {
            return new TokenAnswer.Missing(TokenTrouble.GRANT_GONE);
        }
        if (grant.isUsable(clock.instant())) {
            return granted(grant).orElseGet(() -> new TokenAnswer.Missing(TokenTrouble.KEY_MISSING));
        }
        steps.lease(grant, pace.lease()).ifPresent(leased -> steps.needsReconnect(leased, TokenTrouble.GRANT_GONE));
        return new TokenAnswer.Missing(TokenTrouble.GRANT_GONE);
    }

    /** Empty where its secret cannot be read. */
    private Optional<TokenAnswer> granted(TokenGrant grant) {
        var kept = grant.tokens();
        if (kept == null || unreadable) {
            return Optional.empty();
        }
        try {
            var value = revealed.reveal(grant.companyId(), kept.accessToken());
            noteUse(grant);
            return Optional.of(new TokenAnswer.Granted(new AccessToken(value, grant.version(), kept.baseUrl())));
        } catch (UnreadableSecret | IllegalStateException lost) {
            // Replaced since the grant was read, most likely; or else the token is as good as none.
            var now = find();
            if (now.isPresent() && now.get().version() != grant.version()) {
                return isGoodEnough(now.get()) ? granted(now.get()) : Optional.empty();
            }
            unreadable = true;
            return Optional.empty();
        }
    }

    private void noteUse(TokenGrant grant) {
        var now = clock.instant();
        if (urgency != Urgency.AHEAD && grant.usedAt().isBefore(now.minus(USE_IS_NOTED_EVERY))) {
            steps.use(grant);
        }
    }

    private Optional<TokenAnswer> renewed(TokenGrant grant) {
        return grant.isLeased()
                ? Optional.empty()
                : steps.lease(grant, pace.lease()).flatMap(this::renewedUnderLease);
    }

    /** Empty where somebody else got in between, so that one has to look again. */
    private Optional<TokenAnswer> renewedUnderLease(TokenGrant leased) {
        boolean presents = holder.presentsGrant(leased);
        var reuse = RefreshReuse.of(holder.method());
        boolean lost = presents && leased.mayHaveLostAnswer();
        if (lost && !reuse.allowsAgain()) {
            return ended(leased, TokenTrouble.REFRESH_ANSWER_LOST);
        }
        var request = request(leased);
        if (request.isEmpty()) {
            steps.release(leased, lost);
            return Optional.of(new TokenAnswer.Missing(TokenTrouble.KEY_MISSING));
        }
        for (int presentation = 1; ; presentation++) {
            if (!steps.send(leased, pace.lease())) {
                return Optional.empty();
            }
            switch (exchange.ask(request.get(), pace.exchange())) {
                case Answer.Issued(var issued) -> {
                    return kept(leased, issued);
                }
                case Answer.Failed(var trouble, var retryAfter, var answerLost) -> {
                    if (presents && answerLost && !reuse.allowsAgain()) {
                        return ended(leased, TokenTrouble.REFRESH_ANSWER_LOST);
                    }
                    if (trouble.kind() == TokenTrouble.Kind.RECONNECT) {
                        return ended(leased, lost ? TokenTrouble.REFRESH_ANSWER_LOST : trouble);
                    }
                    lost |= presents && answerLost;
                    if (!(presents && answerLost) || presentation > 1) {
                        return setBack(leased, trouble, retryAfter, lost);
                    }
                }
            }
        }
    }

    private Optional<TokenAnswer> ended(TokenGrant leased, TokenTrouble why) {
        return steps.needsReconnect(leased, why) ? Optional.of(new TokenAnswer.Missing(why)) : Optional.empty();
    }

    private Optional<TokenAnswer> setBack(
            TokenGrant leased, TokenTrouble trouble, @Nullable Duration retryAfter, boolean lost) {
        return steps.setBack(leased, trouble, retryAfter, lost)
                ? Optional.of(orStillUsable(leased, trouble))
                : Optional.empty();
    }

    private Optional<TokenAnswer> kept(TokenGrant leased, IssuedTokens issued) {
        return keep(leased, issued).map(after -> {
            noteUse(after);
            var tokens = after.tokens();
            return new TokenAnswer.Granted(
                    new AccessToken(issued.accessToken(), after.version(), tokens == null ? null : tokens.baseUrl()));
        });
    }

    /** Does not give up at once where the database does not answer: these tokens are nowhere else. */
    private Optional<TokenGrant> keep(TokenGrant leased, IssuedTokens issued) {
        for (int attempt = 1; ; attempt++) {
            try {
                return steps.keep(leased, issued, holder.isRenewedAhead());
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS_TO_KEEP || !paused(LONGEST_PAUSE.multipliedBy(attempt))) {
                    throw failure;
                }
            }
        }
    }

    /** Empty where a secret cannot be read. */
    private Optional<TokenExchange.Request> request(TokenGrant grant) {
        try {
            var kept = grant.tokens();
            var refreshToken = kept == null ? null : kept.refreshToken();
            return Optional.of(new TokenExchange.Request(
                    holder.system(),
                    holder.environment(),
                    holder.method(),
                    values(),
                    refreshToken == null ? null : reveal(refreshToken)));
        } catch (UnreadableSecret | IllegalStateException lost) {
            return Optional.empty();
        }
    }

    private Map<String, Secret> values() {
        return revealed.of(holder.company(), holder.system(), holder.credentials());
    }

    private Secret reveal(SecretId secret) {
        return revealed.reveal(holder.company(), secret);
    }

    private Optional<TokenGrant> find() {
        return tokens.find(holder.company(), holder.credentials().id());
    }

    /** False where the thread is to end. */
    private static boolean paused(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
