package io.patchbay.access.connectivity;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Answer;
import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.Exchange;
import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.token.IssuedTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A grant that a person gives on the vendor's page (RFC 6749, section 4.1), with proof of the code's origin (RFC 7636). */
public final class CodeGrant {

    /** Somebody waits for it in front of a browser. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Egress egress;
    private final Clock clock;
    private final Duration longest;

    public CodeGrant(Egress egress, Clock clock) {
        this(egress, clock, LONGEST);
    }

    /** With another limit than 20 seconds. */
    CodeGrant(Egress egress, Clock clock, Duration longest) {
        this.egress = egress;
        this.clock = clock;
        this.longest = longest;
    }

    /** What came of a code. */
    public sealed interface Result {

        /**
         * Tokens.
         *
         * @param told what the vendor told for fields that it fills in
         */
        record Issued(IssuedTokens tokens, Map<String, String> told) implements Result {}

        /**
         * The vendor gives none.
         *
         * @param why the vendor's word, or that of a reason
         */
        record Refused(String why) implements Result {}

        /** No answer that means anything. */
        record Unreachable(String why) implements Result {}
    }

    /** The page on which a person says yes; empty where the values make no address. */
    public Optional<URI> page(Checks.Question question, Secret state, Secret verifier, URI redirectAddress) {
        var access = new Access(question);
        var client = access.value(Place.CLIENT_ID).map(ClientID::new);
        var address = access.setting("authorizationUrl").flatMap(access::address);
        if (client.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        try {
            var request = new AuthorizationRequest.Builder(ResponseType.CODE, client.get())
                    .endpointURI(address.get())
                    .redirectionURI(redirect(access, redirectAddress))
                    .state(new State(state.reveal()));
            if (usesProof(access)) {
                request.codeChallenge(new CodeVerifier(verifier.reveal()), CodeChallengeMethod.S256);
            }
            return Optional.of(completed(access, request).build().toURI());
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** Asks for the code's tokens, and then for whatever else the definition wants to know of the account. */
    public Result redeem(
            Checks.Question question, Secret verifier, URI redirectAddress, Map<String, Secret> parameters) {
        var access = new Access(question);
        var vendor = new Vendor(egress, Deadline.in(longest), clock);
        if (!CallbackSignature.holds(access, parameters)) {
            return new Result.Refused("callback_signature");
        }
        var code = parameters.get("code");
        var client = access.value(Place.CLIENT_ID).map(ClientID::new);
        if (code == null || code.isEmpty() || client.isEmpty()) {
            return new Result.Refused("code_or_client_missing");
        }
        var proof = usesProof(access) ? new CodeVerifier(verifier.reveal()) : null;
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code.reveal()), redirect(access, redirectAddress), proof);
        return new TokenEndpoint(access, vendor)
                .ask(grant, client.get(), new Scope())
                .map(exchange -> read(access, vendor, exchange, parameters))
                .orElseGet(() -> new Result.Refused("CREDENTIALS_UNUSABLE"));
    }

    private Result read(Access access, Vendor vendor, Exchange exchange, Map<String, Secret> parameters) {
        return switch (exchange) {
            case Exchange.Failed(var failure) -> refused(Verdicts.ofFailure(failure));
            case Exchange.Answered(var answer) ->
                TokenAnswers.token(access, answer, "/access_token")
                        .<Result>map(token -> new GrantAnswers(access, vendor, token, answer, parameters).issued())
                        .orElseGet(() -> refused(access, answer));
        };
    }

    /** Some vendors say what is wrong with status 200, so their word comes first. */
    private Result refused(Access access, Answer answer) {
        var error = AnswerValues.find(answer, "/error");
        return error.isPresent() && !answer.elsewhere() && answer.status() < 500 && answer.status() != 429
                ? new Result.Refused(error.get())
                : refused(TokenAnswers.refusal(access, answer, clock));
    }

    private static Result refused(Verdict verdict) {
        var why = String.valueOf(verdict.reason());
        return verdict.status() == AccessStatus.FAILED_AUTHENTICATION
                        || verdict.status() == AccessStatus.NEEDS_RECONNECT
                ? new Result.Refused(why)
                : new Result.Unreachable(why);
    }

    /** Where the vendor wants a name of its own for the address, that name. */
    private static URI redirect(Access access, URI redirectAddress) {
        return access.value(Place.REDIRECT_URI).map(URI::create).orElse(redirectAddress);
    }

    private static boolean usesProof(Access access) {
        return access.setting("pkce").filter("false"::equals).isEmpty();
    }

    private static AuthorizationRequest.Builder completed(Access access, AuthorizationRequest.Builder request) {
        var scope = TokenEndpoint.scope(access);
        if (!scope.isEmpty()) {
            var separator = access.setting("scopeSeparator").orElse(" ");
            request.scope(new Scope(String.join(separator, scope.toStringList())));
        }
        access.setting("authorizationParameters")
                .map(URLUtils::parseParameters)
                .orElse(Map.of())
                .forEach((name, values) -> request.customParameter(name, values.toArray(String[]::new)));
        access.setting("resource").ifPresent(resource -> request.resources(URI.create(resource)));
        access.setting("audience")
                .map(access::expand)
                .ifPresent(audience -> request.customParameter("audience", audience));
        return request;
    }
}
