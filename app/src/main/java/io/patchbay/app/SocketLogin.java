package io.patchbay.app;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.patchbay.app.SocketDoor.Knock;
import io.patchbay.identity.ApiAccess;
import io.patchbay.live.api.LiveSockets;
import io.patchbay.shared.RequestId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Lets in over a WebSocket: by the API token in {@code connection_init}, by the one in the handshake, or a person by their
 * login. A wrong token never falls back to anything.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SocketLogin implements WebSocketGraphQlInterceptor {

    private static final String WHO = SocketLogin.class.getName();

    private static final int UNAUTHORIZED = 4401;
    private static final int FORBIDDEN = 4403;

    private final ApiAccess access;
    private final LiveSockets sockets;
    private final Budgets budgets;

    SocketLogin(ApiAccess access, LiveSockets sockets, Budgets budgets) {
        this.access = access;
        this.sockets = sockets;
        this.budgets = budgets;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo socket, Map<String, Object> payload) {
        var knock = Knock.of(socket.getAttributes());
        var shown = token(payload);
        if (shown.isPresent()) {
            return ApiTokenFilter.token(shown.get())
                    .flatMap(access::authenticate)
                    .map(token -> enter(socket, new ProgramAuthentication(token), knock))
                    .orElseGet(() -> wrongToken(socket));
        }
        if (knock.who() != null && SecurityContextViewer.of(knock.who()).isPresent()) {
            return enter(socket, knock.who(), knock);
        }
        return knock.showedToken()
                ? wrongToken(socket)
                : refuse(
                        socket,
                        UNAUTHORIZED,
                        "Send {\"Authorization\": \"Bearer <api token>\"} with connection_init, or log in to Patchbay");
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request instanceof WebSocketGraphQlRequest overSocket
                && overSocket.getSessionInfo().getAttributes().get(WHO) instanceof SecurityContext who)) {
            return chain.next(request);
        }
        if (who.getAuthentication() instanceof ProgramAuthentication program && !access.stillOpens(program.token())) {
            return Mono.just(refused(
                    request,
                    ErrorType.UNAUTHORIZED,
                    "The API token opens nothing any more: it was revoked or has expired",
                    Map.of("code", "UNAUTHORIZED")));
        }
        var payer = BudgetFilter.payer(who.getAuthentication());
        var probe = payer == null ? null : budgets.use(payer);
        return probe == null || probe.isConsumed()
                ? as(who, chain.next(request))
                : Mono.just(tooOften(request, BudgetFilter.seconds(probe.getNanosToWaitForRefill())));
    }

    private WebGraphQlResponse tooOften(WebGraphQlRequest request, long wait) {
        return refused(
                request,
                ErrorType.FORBIDDEN,
                "Within a minute one API token or person may ask %,d times: wait %d s, or ask for more at once"
                        .formatted(budgets.limit(), wait),
                Map.of("code", "RATE_LIMITED", "limit", budgets.limit(), "used", budgets.limit(), "retryAfter", wait));
    }

    private static WebGraphQlResponse refused(
            WebGraphQlRequest request, ErrorType type, String sentence, Map<String, Object> facts) {
        var extensions = new LinkedHashMap<>(facts);
        extensions.put("requestId", RequestId.currentOrOwn().value());
        var error = GraphQLError.newError()
                .errorType(type)
                .message("%s", sentence)
                .extensions(extensions)
                .build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                request.toExecutionInput(),
                ExecutionResult.newExecutionResult().addError(error).build()));
    }

    /** Both for what runs here and now, and for what Spring GraphQL takes along to other threads. */
    private static Mono<WebGraphQlResponse> as(SecurityContext who, Mono<WebGraphQlResponse> answer) {
        return Mono.using(
                        () -> {
                            var before = SecurityContextHolder.getContext();
                            SecurityContextHolder.setContext(who);
                            return before;
                        },
                        before -> answer,
                        SecurityContextHolder::setContext)
                .contextWrite(Context.of(SecurityContext.class.getName(), who));
    }

    private Mono<Object> enter(WebSocketSessionInfo socket, Authentication who, Knock knock) {
        var viewer = SecurityContextViewer.of(who).orElseThrow();
        var login = who instanceof ProgramAuthentication ? null : knock.login();
        if (!sockets.admit(socket.getId(), viewer, login)) {
            return Mono.error(new AccessDeniedException("The socket is closed"));
        }
        socket.getAttributes().put(WHO, new SecurityContextImpl(who));
        return Mono.empty();
    }

    private Mono<Object> wrongToken(WebSocketSessionInfo socket) {
        return refuse(socket, FORBIDDEN, "The API token opens nothing: it is wrong, revoked or expired");
    }

    private Mono<Object> refuse(WebSocketSessionInfo socket, int code, String reason) {
        sockets.refuse(socket.getId(), code, reason);
        return Mono.error(new AccessDeniedException(reason));
    }

    private static Optional<String> token(Map<String, Object> payload) {
        return payload.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(HttpHeaders.AUTHORIZATION))
                .findFirst()
                .map(entry -> entry.getValue() instanceof String text ? text : "");
    }
}
