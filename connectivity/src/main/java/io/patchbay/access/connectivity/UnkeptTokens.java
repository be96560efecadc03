package io.patchbay.access.connectivity;

import io.patchbay.access.Checks;
import io.patchbay.token.AccessToken;
import io.patchbay.token.TokenAnswer;
import io.patchbay.token.TokenExchange;
import io.patchbay.token.TokenSource;
import io.patchbay.token.TokenTrouble;
import java.time.Duration;

/** A new token each time, for a question that is asked once and whose tokens are nobody's. */
final class UnkeptTokens implements TokenSource {

    private final TokenExchange exchange;
    private final TokenExchange.Request request;

    UnkeptTokens(TokenExchange exchange, Checks.Question question) {
        this.exchange = exchange;
        this.request = new TokenExchange.Request(
                question.system(), question.environment(), question.method(), question.values(), null);
    }

    @Override
    public TokenAnswer token(Duration patience) {
        return switch (exchange.ask(request, patience)) {
            case TokenExchange.Answer.Issued(var tokens) ->
                new TokenAnswer.Granted(new AccessToken(tokens.accessToken(), 0, tokens.baseUrl()));
            case TokenExchange.Answer.Failed failed -> new TokenAnswer.Missing(failed.trouble());
        };
    }

    @Override
    public TokenAnswer insteadOf(AccessToken refused, Duration patience) {
        return new TokenAnswer.Missing(TokenTrouble.CREDENTIALS_REFUSED);
    }
}
