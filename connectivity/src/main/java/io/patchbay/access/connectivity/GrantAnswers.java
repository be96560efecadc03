package io.patchbay.access.connectivity;

import io.patchbay.access.Checks;
import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.Exchange;
import io.patchbay.connectivity.Header;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialField;
import io.patchbay.system.GrantPointer;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a vendor tells in the course of a grant: tokens, whose they are, and values that later requests need. */
final class GrantAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ACCOUNT = 200;

    private final Access access;
    private final Vendor vendor;
    private final IssuedToken token;
    private final Answer answer;
    private final Map<String, Secret> callback;
    private final Map<String, String> told = new LinkedHashMap<>();
    private @Nullable Optional<Answer> account;

    GrantAnswers(Access access, Vendor vendor, IssuedToken token, Answer answer, Map<String, Secret> callback) {
        this.access = access;
        this.vendor = vendor;
        this.token = token;
        this.answer = answer;
        this.callback = callback;
    }

    CodeGrant.Result issued() {
        // What is known without asking may form the address at which is asked.
        granted().filter(field -> !isAsked(field)).forEach(this::note);
        granted().filter(GrantAnswers::isAsked).forEach(this::note);
        var name = access.setting("accountPointer")
                .flatMap(GrantPointer::parse)
                .flatMap(this::find)
                .map(GrantAnswers::presentable)
                .orElse(null);
        return new CodeGrant.Result.Issued(
                TokenAnswers.issued(access, answer, token, name, vendor.clock().instant()), Map.copyOf(told));
    }

    private Stream<CredentialField> granted() {
        return access.method().fields().stream().filter(field -> field.granted() != null);
    }

    private static boolean isAsked(CredentialField field) {
        return field.granted() != null && field.granted().answer() == GrantPointer.Answer.ACCOUNT;
    }

    private void note(CredentialField field) {
        Optional.ofNullable(field.granted()).flatMap(this::find).ifPresent(value -> told.put(field.key(), value));
    }

    private Optional<String> find(GrantPointer pointer) {
        return switch (pointer.answer()) {
            case CALLBACK -> AnswerValues.find(callbackAsJson(), pointer.pointer());
            case TOKEN -> AnswerValues.find(answer, pointer.pointer());
            case ID_TOKEN -> claims().flatMap(claims -> AnswerValues.find(claims, pointer.pointer()));
            case ACCOUNT -> account().flatMap(found -> AnswerValues.find(found, pointer.pointer()));
        };
    }

    private byte[] callbackAsJson() {
        return JSON.writeValueAsBytes(callback.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().reveal())));
    }

    /** Its signature says nothing more than the connection over which it came (OpenID Connect Core, 3.1.3.7). */
    private Optional<byte[]> claims() {
        try {
            return AnswerValues.find(answer, "/id_token")
                    .map(jwt -> jwt.split("\\."))
                    .filter(parts -> parts.length == 3)
                    .map(parts -> Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Answer> account() {
        if (account == null) {
            account = askForAccount();
        }
        return account;
    }

    private Optional<Answer> askForAccount() {
        var knowing = withTold();
        var asked = access.setting("accountUrl").isPresent()
                ? access.setting("accountUrl")
                        .flatMap(knowing::address)
                        .map(address ->
                                OutgoingRequest.of("GET", address).with(Header.open("Accept", "application/json")))
                : Proof.request(knowing);
        return asked.flatMap(request -> carrying(knowing, request))
                .map(vendor::send)
                .flatMap(GrantAnswers::good);
    }

    private Optional<OutgoingRequest> carrying(Access knowing, OutgoingRequest request) {
        var format = access.setting("accountTokenFormat");
        if (format.isPresent()) {
            return RequestParts.header(request, "Authorization", format.get().replace("{value}", token.value()));
        }
        return RequestParts.placed(knowing, request)
                .map(placed -> token.on(knowing, placed))
                .flatMap(prepared ->
                        prepared instanceof Prepared.Ready(var ready) ? Optional.of(ready) : Optional.empty());
    }

    private Access withTold() {
        var question = access.question();
        var values = new HashMap<>(question.values());
        told.forEach((key, value) -> values.put(key, new Secret(value)));
        return new Access(new Checks.Question(question.system(), question.environment(), question.method(), values));
    }

    private static Optional<Answer> good(Exchange exchange) {
        return exchange instanceof Exchange.Answered(var found)
                        && found.status() >= 200
                        && found.status() < 300
                        && !found.elsewhere()
                ? Optional.of(found)
                : Optional.empty();
    }

    private static String presentable(String name) {
        var visible = name.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(LONGEST_ACCOUNT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return visible.toString().strip();
    }
}
