package io.patchbay.access.connectivity;

import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.Exchange;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.limit.VendorWord;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.token.AccessToken;
import io.patchbay.token.TokenExchange;
import java.time.Clock;
import java.time.Duration;

/** Sends a system's proof request with the credentials on it. Thread-safe. */
final class HttpChecks implements Checks {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Egress egress;
    private final Clock clock;
    private final Duration longest;
    private final TokenExchange exchange;

    HttpChecks(Egress egress, Clock clock) {
        this(egress, clock, LONGEST);
    }

    /** With another limit than 10 seconds. */
    HttpChecks(Egress egress, Clock clock, Duration longest) {
        this.egress = egress;
        this.clock = clock;
        this.longest = longest;
        this.exchange = new HttpTokenExchange(egress, clock);
    }

    @Override
    public boolean supports(AuthenticationMethod method) {
        return Authentications.of(method).isPresent();
    }

    @Override
    public Check check(Question question) {
        var authentication = Authentications.of(question.method())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot be checked: " + question.method().type()));
        var access = new Access(question);
        var vendor = new Vendor(egress, Deadline.in(longest), clock);
        var verdict = OtherEnvironment.considered(access, asked -> asked(authentication, withTokens(asked), vendor));
        return new Check(
                verdict.status(), verdict.reason(), null, verdict.latency(), clock.instant(), verdict.retryAfter());
    }

    private Access withTokens(Access access) {
        var question = access.question();
        return question.tokens() == null ? new Access(question.with(new UnkeptTokens(exchange, question))) : access;
    }

    private static Verdict asked(Authentication authentication, Access access, Vendor vendor) {
        return Proof.request(access)
                .map(request -> twiceIfNeeded(authentication, access, request, vendor))
                .orElseGet(Verdict::unusable);
    }

    /** The whole way again: a signature holds for one request only. */
    private static Verdict twiceIfNeeded(
            Authentication authentication, Access access, OutgoingRequest request, Vendor vendor) {
        var first = once(authentication, access, request, vendor);
        return first.passing() && mayAskAgain(access, vendor) ? once(authentication, access, request, vendor) : first;
    }

    private static Verdict once(Authentication authentication, Access access, OutgoingRequest request, Vendor vendor) {
        return switch (authentication.prepare(access, request, vendor)) {
            case Prepared.Refused(var verdict) -> verdict;
            case Prepared.Ready(var ready) -> verdict(access, vendor.send(ready), vendor);
            case Prepared.ReadyWithToken(var ready, var token) -> {
                var exchange = vendor.send(ready);
                var verdict = verdict(access, exchange, vendor);
                yield Verdicts.saysNo(access, exchange) ? anew(access, request, vendor, token, verdict) : verdict;
            }
        };
    }

    /** With another token: one may be refused before its time, because it was revoked or the vendor forgot it. */
    private static Verdict anew(
            Access access, OutgoingRequest request, Vendor vendor, AccessToken refused, Verdict no) {
        if (refused.version() == 0 || !mayAskAgain(access, vendor)) {
            return no;
        }
        return switch (TokenCarrying.again(access, request, vendor, refused)) {
            case Prepared.Refused(var verdict) -> verdict;
            case Prepared.Ready(var ready) -> verdict(access, vendor.send(ready), vendor);
            case Prepared.ReadyWithToken(var ready, var token) -> verdict(access, vendor.send(ready), vendor);
        };
    }

    /** The first request was counted before the check began. */
    private static boolean mayAskAgain(Access access, Vendor vendor) {
        var limited = access.question().limited();
        return !vendor.deadline().passed() && (limited == null || limited.oneMore());
    }

    private static Verdict verdict(Access access, Exchange exchange, Vendor vendor) {
        var verdict = Verdicts.ofProof(access, exchange, vendor.clock());
        var limited = access.question().limited();
        // Whoever answered elsewhere says nothing about this system.
        if (limited != null && exchange instanceof Exchange.Answered(var answer) && !answer.elsewhere()) {
            var word = VendorWord.read(
                    access.question().system(),
                    answer.status(),
                    answer::header,
                    vendor.clock().instant());
            limited.told(
                    verdict.reason() == CheckReason.RATE_LIMITED ? word.refused(verdict.retryAfter()) : word,
                    answer.latency());
        }
        return verdict;
    }
}
