package io.patchbay.token;

import io.patchbay.shared.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as it was told, and otherwise issues tokens with running numbers. Remembers what it was asked with. */
public class ScriptedVendor implements TokenExchange {

    /** How long its access tokens live. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private final Clock clock;
    private final Queue<Function<Request, Answer>> script = new ArrayDeque<>();
    private final List<Request> asked = new ArrayList<>();
    private int issued;

    public ScriptedVendor(Clock clock) {
        this.clock = clock;
    }

    /** The next answer that is not given yet. */
    public ScriptedVendor answers(Function<Request, Answer> answer) {
        script.add(answer);
        return this;
    }

    public ScriptedVendor fails(TokenTrouble trouble) {
        return answers(request -> new Answer.Failed(trouble, null, false));
    }

    public ScriptedVendor asksToComeBackIn(Duration time) {
        return answers(request -> new Answer.Failed(TokenTrouble.RATE_LIMITED, time, false));
    }

    /** It did what it was asked, and its answer never comes. */
    public ScriptedVendor losesAnswer() {
        return answers(request -> new Answer.Failed(TokenTrouble.TIMEOUT, null, true));
    }

    @Override
    public Answer ask(Request request, Duration longest) {
        return next(request).apply(request);
    }

    private synchronized Function<Request, Answer> next(Request request) {
        asked.add(request);
        var scripted = script.poll();
        return scripted == null ? it -> new Answer.Issued(next()) : scripted;
    }

    /** New tokens, both of them. */
    public synchronized IssuedTokens next() {
        issued++;
        return tokens("refresh-" + issued);
    }

    /** A new access token alone. */
    public synchronized IssuedTokens nextWithoutRefreshToken() {
        issued++;
        return tokens(null);
    }

    private IssuedTokens tokens(@Nullable String refreshToken) {
        var now = clock.instant();
        return new IssuedTokens(
                new Secret("access-" + issued),
                refreshToken == null ? null : new Secret(refreshToken),
                null,
                List.of(),
                now,
                now.plus(LIFETIME),
                null,
                null);
    }

    public synchronized int timesAsked() {
        return asked.size();
    }

    /** What refresh tokens were presented, in that order; an empty one where none was. */
    public synchronized List<String> presented() {
        return asked.stream()
                .map(request -> request.refreshToken() == null
                        ? ""
                        : request.refreshToken().reveal())
                .toList();
    }
}
