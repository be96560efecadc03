package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.shared.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives valid access tokens, renewing them where that is due (decision 0012). However many ask on however many nodes, the
 * vendor is asked once, and all get what came of it. A renewal runs on a thread of its own and is never broken off by
 * whoever is tired of waiting, because an answer that nobody takes may cost the grant. Thread-safe.
 */
public final class AccessTokens implements AutoCloseable {

    /** Who asks, as far as that matters. */
    enum Urgency {
        /** A system is to be used. */
        WANTED,
        /** A person tries whether it works, and does not want to hear what went wrong a while ago. */
        TRIED,
        /** Nobody yet. */
        AHEAD
    }

    /** A renewal that is under way on this node; whoever wants the same joins it. */
    private record Flight(CompanyId company, CredentialsId credentials, long refused, Urgency urgency) {}

    private final Tokens tokens;
    private final TokenSteps steps;
    private final RevealedCredentials revealed;
    private final TokenExchange exchange;
    private final Clock clock;
    private final RenewalPace pace;
    private final Map<Flight, CompletableFuture<TokenAnswer>> flights = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    /** Renews on plain virtual threads. */
    public AccessTokens(
            Tokens tokens,
            TokenSteps steps,
            RevealedCredentials revealed,
            TokenExchange exchange,
            Clock clock,
            RenewalPace pace) {
        this(
                tokens,
                steps,
                revealed,
                exchange,
                clock,
                pace,
                Thread.ofVirtual().name("token-", 0).factory());
    }

    /** @param threads makes a thread for each renewal */
    public AccessTokens(
            Tokens tokens,
            TokenSteps steps,
            RevealedCredentials revealed,
            TokenExchange exchange,
            Clock clock,
            RenewalPace pace,
            ThreadFactory threads) {
        this.tokens = tokens;
        this.steps = steps;
        this.revealed = revealed;
        this.exchange = exchange;
        this.clock = clock;
        this.pace = pace;
        this.threads = Executors.newThreadPerTaskExecutor(threads);
    }

    /** The tokens of a holder, for whoever uses a system. */
    public TokenSource of(TokenHolder holder) {
        return new Source(holder, Urgency.WANTED);
    }

    /** The tokens of a holder, for a person who tries whether they work: asks again though it went wrong a moment ago. */
    public TokenSource ofTrial(TokenHolder holder) {
        return new Source(holder, Urgency.TRIED);
    }

    /** Renews a token that is about to end, though nobody asks; waits until that is done, unless another node does it. */
    public void renewAhead(TokenHolder holder) {
        answer(holder, Urgency.AHEAD, 0, pace.patience());
    }

    private TokenAnswer answer(TokenHolder holder, Urgency urgency, long refused, Duration patience) {
        var renewal = new Renewal(tokens, steps, revealed, exchange, clock, pace, holder, urgency, refused);
        return renewal.atHand().orElseGet(() -> joined(holder, urgency, refused, renewal, patience));
    }

    private TokenAnswer joined(TokenHolder holder, Urgency urgency, long refused, Renewal renewal, Duration patience) {
        var flight = new Flight(holder.company(), holder.credentials().id(), refused, urgency);
        var answer = flights.computeIfAbsent(flight, it -> started(it, renewal));
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new TokenAnswer.Missing(TokenTrouble.TIMEOUT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new TokenAnswer.Missing(TokenTrouble.TIMEOUT);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("A token could not be renewed", bug.getCause());
        }
    }

    private CompletableFuture<TokenAnswer> started(Flight flight, Renewal renewal) {
        var answer = new CompletableFuture<TokenAnswer>();
        threads.execute(() -> {
            // Whoever asks after this one has landed starts anew: what it says is old by then.
            try {
                var landed = renewal.run();
                flights.remove(flight, answer);
                answer.complete(landed);
            } catch (RuntimeException | Error failure) {
                flights.remove(flight, answer);
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    /** Lets renewals that are under way come to their end: an answer that nobody takes may cost the grant. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(pace.exchange().toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private final class Source implements TokenSource {

        private final TokenHolder holder;
        private final Urgency urgency;

        private Source(TokenHolder holder, Urgency urgency) {
            this.holder = holder;
            this.urgency = urgency;
        }

        @Override
        public TokenAnswer token(Duration patience) {
            return answer(holder, urgency, 0, patience);
        }

        @Override
        public TokenAnswer insteadOf(AccessToken refused, Duration patience) {
            return answer(holder, urgency, refused.version(), patience);
        }
    }
}
