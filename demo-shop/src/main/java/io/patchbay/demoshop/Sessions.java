package io.patchbay.demoshop;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A login of the shop's own: name and password as JSON, for a session that goes into a header and soon ends. */
final class Sessions implements Door {

    static final String HEADER = "X-Session";
    static final String USER = "demo-user";
    static final String PASSWORD = "demo-user-password";

    private final Expiring<Visitor> open;

    private record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    private record Answer(Session session) {}

    private record Session(String id, long expiresIn) {}

    Sessions(Clock clock) {
        this.open = new Expiring<>(clock, AccessTokens.LIFETIME);
    }

    ServerResponse login(ServerRequest request) throws ServletException, IOException {
        try {
            return request.body(Login.class).equals(new Login(USER, PASSWORD))
                    ? begun(open.keep(Visitor.by("login")))
                    : Problem.answer(HttpStatus.UNAUTHORIZED, "wrong_login", "The user or the password is wrong");
        } catch (HttpMessageNotReadableException | HttpMediaTypeNotSupportedException unreadable) {
            return Problem.answer(
                    HttpStatus.BAD_REQUEST, "wrong_body", "Send {\"user\": \"…\", \"password\": \"…\"} as JSON");
        }
    }

    private static ServerResponse begun(String session) {
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(new Session(session, AccessTokens.LIFETIME.toSeconds())));
    }

    int count() {
        return open.count();
    }

    void endAll() {
        open.forget(visitor -> true);
    }

    @Override
    public int knocks(ServerRequest request) {
        return request.headers().header(HEADER).size();
    }

    @Override
    public Optional<Visitor> open(ServerRequest request) {
        return open.find(request.headers().header(HEADER).getFirst());
    }
}
