package io.patchbay.access.connectivity;

import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Asked;
import io.patchbay.connectivity.TestServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;

/**
 * A vendor whose refresh tokens are as its definition says: reusable, replaced with some grace for the one before, or
 * replaced at once, where whoever shows an old one is a thief and all are taken back. Enforces the access token at /api/me.
 */
final class RotatingServer implements AutoCloseable {

    /** What happens to an answer on its way. */
    @FunctionalInterface
    interface Fault {
        Reply strike(Asked asked, Reply answer) throws IOException;
    }

    private final String reuse;
    private final TestServer server;
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final Queue<Reply> refusals = new ArrayDeque<>();
    private String refreshToken = "refresh-0";
    private String previous = "";
    private String accessToken = "";
    private int issued;
    private boolean revoked;

    RotatingServer(String reuse) throws IOException {
        this.reuse = reuse;
        this.server = TestServer.http(
                asked -> asked.uri().getPath().equals("/token") ? token(asked) : Reply.of(api(asked), "{}"));
    }

    URI at(String path) {
        return server.at(path);
    }

    /** Strikes the next answer with a token that has not been struck yet. */
    synchronized RotatingServer then(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** It is issued, and nobody hears of it. */
    RotatingServer losesAnswer() {
        return then((asked, answer) -> {
            throw new IOException("Cut");
        });
    }

    RotatingServer resetsMidBody() {
        return then((asked, answer) -> {
            asked.exchange().sendResponseHeaders(200, answer.body().length);
            asked.exchange().getResponseBody().write(answer.body(), 0, answer.body().length / 2);
            asked.exchange().getResponseBody().flush();
            throw new IOException("Cut");
        });
    }

    /** Nothing is issued. */
    synchronized void refuses(int status, String body, String... headers) {
        refusals.add(Reply.of(status, body, headers));
    }

    synchronized void revokeAccessToken() {
        accessToken = "";
    }

    synchronized void revokeAll() {
        accessToken = "";
        revoked = true;
    }

    synchronized int issued() {
        return issued;
    }

    long timesAskedForToken() {
        return server.asked().stream()
                .filter(asked -> asked.uri().getPath().equals("/token"))
                .count();
    }

    long timesUsed() {
        return server.asked().size() - timesAskedForToken();
    }

    private synchronized int api(Asked asked) {
        return asked.header("Authorization").equals("Bearer " + accessToken) ? 200 : 401;
    }

    private synchronized Reply token(Asked asked) throws IOException {
        var refusal = refusals.poll();
        if (refusal != null) {
            return refusal;
        }
        var answer = issue(form(asked).getOrDefault("refresh_token", ""));
        var fault = faults.poll();
        return fault == null ? answer : fault.strike(asked, answer);
    }

    private Reply issue(String presented) {
        boolean known = presented.equals(refreshToken) || (reuse.equals("grace") && presented.equals(previous));
        if (!known || revoked) {
            revoked |= reuse.equals("single-use");
            return Reply.of(400, "{\"error\":\"invalid_grant\"}");
        }
        issued++;
        accessToken = "access-" + issued;
        if (reuse.equals("reusable")) {
            return Reply.of(200, "{\"access_token\":\"" + accessToken + "\",\"expires_in\":3600}");
        }
        previous = presented;
        refreshToken = "refresh-" + issued;
        return Reply.of(
                200,
                "{\"access_token\":\"" + accessToken + "\",\"refresh_token\":\"" + refreshToken
                        + "\",\"expires_in\":3600,\"scope\":\"orders products\"}");
    }

    private static Map<String, String> form(Asked asked) {
        return Arrays.stream(asked.body().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.close();
    }
}
