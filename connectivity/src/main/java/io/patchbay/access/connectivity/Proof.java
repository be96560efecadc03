package io.patchbay.access.connectivity;

import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.Header;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.AnswerReading;
import io.patchbay.system.AnswerReading.Meaning;
import io.patchbay.system.ProofRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The request that proves that credentials work, before they are on it. */
final class Proof {

    private static final ProofRequest WITHOUT_PATH = new ProofRequest("GET", "", Map.of(), null, null, false);

    private Proof() {}

    /** Empty where the values make no address. */
    static Optional<OutgoingRequest> request(Access access) {
        var proof = of(access);
        return access.baseUrl().flatMap(base -> address(access, base)).map(address -> {
            var request = OutgoingRequest.of(proof.method(), address);
            for (var header : proof.headers().entrySet()) {
                request = request.with(Header.open(header.getKey(), header.getValue()));
            }
            return proof.body() == null ? request : request.withBody(proof.body());
        });
    }

    /** The same address under another base URL. */
    static Optional<URI> moved(Access access, URI address, URI newBase) {
        return access.baseUrl()
                .map(Proof::withoutSlash)
                .filter(old -> address.toString().startsWith(old))
                .flatMap(old -> access.address(
                        withoutSlash(newBase) + address.toString().substring(old.length())));
    }

    private static Optional<URI> address(Access access, URI base) {
        return access.address(of(access).path()).flatMap(path -> access.address(withoutSlash(base) + path));
    }

    /** Paths begin with a slash, and some people's addresses end with one. */
    private static String withoutSlash(URI address) {
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether it asks for JSON. */
    static boolean wantsJson(Access access) {
        return of(access).headers().entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("Accept")
                        && header.getValue().contains("json"));
    }

    /** What the definition reads in the answer; empty where that is nothing. */
    static Optional<Meaning> reading(Access access, Answer answer) {
        return of(access).readings().stream()
                .filter(reading ->
                        reading.concerns(answer.status(), access.question().environment()) && fits(reading, answer))
                .map(AnswerReading::meaning)
                .findFirst();
    }

    private static boolean fits(AnswerReading reading, Answer answer) {
        var pattern = reading.pattern();
        if (reading.pointer() == null) {
            return pattern == null || pattern.matcher(answer.text()).find();
        }
        return AnswerValues.find(answer, reading.pointer())
                .filter(value -> pattern == null || pattern.matcher(value).find())
                .isPresent();
    }

    /** Whether refused credentials are to be shown to the other environment's address too. */
    static boolean asksOtherEnvironment(Access access) {
        return of(access).asksOtherEnvironment();
    }

    /** Whether the answer holds what the definition says that a good one holds. */
    static boolean accepts(Access access, Answer answer) {
        var accepted = of(access).accepted();
        return accepted == null
                || AnswerValues.find(answer, accepted.pointer())
                        .filter(accepted.value()::equals)
                        .isPresent();
    }

    private static ProofRequest of(Access access) {
        var proof = access.question().system().proof();
        return proof == null ? WITHOUT_PATH : proof;
    }
}
