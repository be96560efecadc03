package io.patchbay.proxy.api;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Viewer;
import io.patchbay.proxy.Forwarding;
import io.patchbay.proxy.HeaderLine;
import io.patchbay.proxy.ProxyAnswer;
import io.patchbay.proxy.ProxyCode;
import io.patchbay.proxy.ProxyProblem;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/**
 * Sends on what programs ask of systems, and hands the answers back while they come in. The thread waits, which costs
 * nothing, because it is a virtual one; so the slower side sets the pace, in both directions.
 */
public final class ProxyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final int PORTION = 16 * 1024;
    // The server sends no more; without a limit here, one more header would make an error of a good answer.
    private static final int MOST_IN_HEADERS = 12 * 1024;

    private final transient Forwarding forwarding;
    private final transient CurrentViewer currentViewer;
    private final transient Crowd crowd;

    /** @param atOnce how many requests of one API token may be on their way */
    public ProxyServlet(Forwarding forwarding, CurrentViewer currentViewer, int atOnce) {
        this.forwarding = forwarding;
        this.currentViewer = currentViewer;
        this.crowd = new Crowd(atOnce);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = ProxyAddress.of(request);
        if (address.isEmpty()) {
            ProxyErrors.write(
                    response,
                    ProxyProblem.of(
                            ProxyCode.NOT_FOUND,
                            "Ask for /proxy/connectors/<id>/<path> or /proxy/instances/<id>/<path>, with an id as GraphQL gives it"));
            return;
        }
        var places = crowd.of(token());
        if (!places.tryAcquire()) {
            ProxyErrors.write(
                    response,
                    ProxyProblem.tooMany(
                            ProxyCode.TOO_MANY_REQUESTS,
                            "Too many requests of this API token are on their way; wait until some are answered",
                            Duration.ofSeconds(1)));
            return;
        }
        try {
            pass(request, response, address.get());
        } finally {
            places.release();
        }
    }

    private ApiTokenId token() {
        return currentViewer.viewer() instanceof Viewer.Program(var token) ? token.id() : ApiTokenId.next();
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, ProxyAddress address)
            throws IOException {
        var connection = (ClientConnection) Objects.requireNonNull(request.getAttribute(ClientConnection.ATTRIBUTE));
        switch (forwarding.forward(IncomingRequest.read(request, address, connection))) {
            case ProxyAnswer.Refused(var problem) -> ProxyErrors.write(response, problem);
            case ProxyAnswer.Abandoned() -> connection.cut();
            case ProxyAnswer.Passed passed -> pass(passed, response, connection);
        }
    }

    private static void pass(ProxyAnswer.Passed passed, HttpServletResponse response, ClientConnection connection)
            throws IOException {
        try (var body = passed.body()) {
            if (lengthOfHeaders(passed) > MOST_IN_HEADERS) {
                ProxyErrors.write(response, broken(CheckReason.UNEXPECTED_ANSWER));
                return;
            }
            head(passed, response, connection);
            copy(body, passed.length(), response, connection);
        }
    }

    private static int lengthOfHeaders(ProxyAnswer.Passed passed) {
        return passed.headers().stream()
                .mapToInt(header -> header.name().length() + header.value().length() + 4)
                .sum();
    }

    private static void head(ProxyAnswer.Passed passed, HttpServletResponse response, ClientConnection connection) {
        response.setStatus(passed.status());
        for (var header : passed.headers()) {
            add(response, connection, header);
        }
        AnswerHeaders.protect(response);
        if (passed.length() >= 0 && passed.status() != 204 && passed.status() != 304) {
            response.setContentLengthLong(passed.length());
        }
    }

    private static void add(HttpServletResponse response, ClientConnection connection, HeaderLine header) {
        if (header.name().equalsIgnoreCase("Content-Type")) {
            connection.asItIs(header.value());
        } else {
            response.addHeader(header.name(), header.value());
        }
    }

    private static void copy(
            ProxyAnswer.Body body, long length, HttpServletResponse response, ClientConnection connection)
            throws IOException {
        var out = response.getOutputStream();
        var portion = new byte[PORTION];
        long sent = 0;
        while (true) {
            int read;
            boolean more;
            try {
                read = body.read(portion);
                more = read >= 0 && body.hasMore();
            } catch (IOException cut) {
                brokenOff(response, connection);
                return;
            }
            if (read < 0) {
                return;
            }
            sent += read;
            // What is there is shown at once, unless there is more to go with it, or nothing after it.
            if (!sent(out, portion, read, !more && sent != length)) {
                return;
            }
        }
    }

    /** False where the program takes no more. */
    private static boolean sent(ServletOutputStream out, byte[] portion, int length, boolean flush) {
        try {
            out.write(portion, 0, length);
            if (flush) {
                out.flush();
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void brokenOff(HttpServletResponse response, ClientConnection connection) throws IOException {
        if (response.isCommitted()) {
            connection.cut();
        } else {
            ProxyErrors.writeInstead(response, broken(CheckReason.REFUSED));
        }
    }

    private static ProxyProblem broken(CheckReason reason) {
        return ProxyProblem.of(AccessStatus.SYSTEM_UNREACHABLE, reason);
    }
}
