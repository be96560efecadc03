package io.patchbay.demoshop;

import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;

/** Two headers that only count together: the app and its secret. */
final class AppDoor implements Door {

    static final String APP_HEADER = "X-Demo-App";
    static final String SECRET_HEADER = "X-Demo-Secret";
    static final String APP = "demo-app";
    static final String SECRET = "demo-app-secret";

    @Override
    public int knocks(ServerRequest request) {
        return apps(request).isEmpty() && secrets(request).isEmpty() ? 0 : 1;
    }

    @Override
    public Optional<Visitor> open(ServerRequest request) {
        return apps(request).equals(List.of(APP)) && secrets(request).equals(List.of(SECRET))
                ? Optional.of(Visitor.by("custom-headers"))
                : Optional.empty();
    }

    private static List<String> apps(ServerRequest request) {
        return request.headers().header(APP_HEADER);
    }

    private static List<String> secrets(ServerRequest request) {
        return request.headers().header(SECRET_HEADER);
    }
}
