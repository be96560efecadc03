package io.patchbay.access.connectivity;

import io.patchbay.access.Checks;
import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.Exchange;
import io.patchbay.limit.RetryAfter;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.token.TokenExchange;
import io.patchbay.token.TokenTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks vendors for tokens over HTTP. Thread-safe. */
public final class HttpTokenExchange implements TokenExchange {

    private final Egress egress;
    private final Clock clock;

    public HttpTokenExchange(Egress egress, Clock clock) {
        this.egress = egress;
        this.clock = clock;
    }

    @Override
    public Answer ask(Request request, Duration longest) {
        var access = new Access(
                new Checks.Question(request.system(), request.environment(), request.method(), request.values()));
        var left = new AtomicBoolean();
        var vendor = new Vendor(egress, Deadline.in(longest), clock, () -> left.set(true));
        return asking(request.method())
                .ask(access, vendor, request.refreshToken())
                .map(exchange -> read(access, exchange, left.get()))
                .orElseGet(() -> new Answer.Failed(TokenTrouble.CREDENTIALS_UNUSABLE, null, false));
    }

    private static TokenAsking asking(AuthenticationMethod method) {
        return switch (method.type()) {
            case OAUTH2_CLIENT_CREDENTIALS -> new ClientCredentials();
            case OAUTH2_JWT_BEARER -> new JwtBearer();
            case OAUTH2_REFRESH_TOKEN, OAUTH2_AUTHORIZATION_CODE -> new RefreshTokens();
            case TOKEN_LOGIN -> new TokenLogin();
            default -> throw new IllegalArgumentException("Nobody issues tokens for " + method.type());
        };
    }

    private Answer read(Access access, Exchange exchange, boolean left) {
        return switch (exchange) {
            case Exchange.Failed(var failure) ->
                new Answer.Failed(TokenTroubles.trouble(Verdicts.ofFailure(failure)), null, left);
            case Exchange.Answered(var answer) -> {
                var now = clock.instant();
                var pointer = access.method().type() == AuthenticationType.TOKEN_LOGIN
                        ? access.setting("tokenPointer").orElse("")
                        : "/access_token";
                yield TokenAnswers.token(access, answer, pointer)
                        .<Answer>map(token -> new Answer.Issued(TokenAnswers.issued(access, answer, token, null, now)))
                        .orElseGet(() -> refused(access, answer, now));
            }
        };
    }

    private Answer refused(Access access, io.patchbay.connectivity.Answer answer, Instant now) {
        var verdict = access.method().type() == AuthenticationType.TOKEN_LOGIN
                ? TokenLogin.refusal(access, answer, clock)
                : TokenAnswers.refusal(access, answer, clock);
        return new Answer.Failed(
                TokenTroubles.trouble(verdict),
                RetryAfter.in(answer::header, now).orElse(null),
                TokenAnswers.isCutOff(answer));
    }
}
