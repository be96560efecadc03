package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextImpl;
import reactor.core.publisher.Mono;

/** What is asked over a WebSocket whose token was good when it was opened. */
class SocketLoginTests {

    private final ApiAccess access = mock();
    private final ProgramAuthentication who = new ProgramAuthentication(
            new ApiToken(ApiTokenId.next(), CompanyId.next(), new Name("Test"), Instant.now(), null, null, null));
    private final SocketLogin login = new SocketLogin(access, mock(), new Budgets(1));

    @Test
    void saysWhenToComeBackWhereTheBudgetIsUsedUp() {
        when(access.stillOpens(any())).thenReturn(true);

        var first = ask();
        var second = ask();

        assertThat(first.getErrors()).isEmpty();
        assertThat(extensions(second))
                .containsEntry("code", "RATE_LIMITED")
                .containsEntry("limit", 1L)
                .containsEntry("used", 1L)
                .containsKey("requestId")
                .hasEntrySatisfying(
                        "retryAfter", wait -> assertThat((Long) wait).isBetween(1L, 60L));
    }

    @Test
    void refusesWhateverIsAskedAfterTheTokenWasRevoked() {
        when(access.stillOpens(any())).thenReturn(false);

        var answer = ask();

        assertThat(answer.getExecutionResult().isDataPresent()).isFalse();
        assertThat(extensions(answer)).containsEntry("code", "UNAUTHORIZED").containsKey("requestId");
    }

    private static Map<String, Object> extensions(WebGraphQlResponse answer) {
        return answer.getExecutionResult().getErrors().getFirst().getExtensions();
    }

    private WebGraphQlResponse ask() {
        WebSocketSessionInfo socket = mock();
        when(socket.getAttributes()).thenReturn(Map.of(SocketLogin.class.getName(), new SecurityContextImpl(who)));
        var asked = new WebSocketGraphQlRequest(
                URI.create("ws://localhost/graphql"),
                new HttpHeaders(),
                null,
                null,
                Map.of(),
                Map.of("query", "{ viewer { name } }"),
                "1",
                null,
                socket);
        return login.intercept(asked, request -> Mono.just(answer()))
                .blockOptional()
                .orElseThrow();
    }

    private static WebGraphQlResponse answer() {
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                ExecutionInput.newExecutionInput("{ viewer { name } }").build(),
                ExecutionResult.newExecutionResult().data(Map.of()).build()));
    }
}
