package io.patchbay.access.connectivity;

import io.patchbay.access.Check;
import io.patchbay.access.Checks;
import io.patchbay.connectivity.Deadline;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.AuthenticationMethod;
import java.time.Clock;
import java.time.Duration;

/** Sends a system's proof request with the credentials on it. Thread-safe. */
final class HttpChecks implements Checks {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Egress egress;
    private final Clock clock;
    private final Duration longest;

    HttpChecks(Egress egress, Clock clock) {
        this(egress, clock, LONGEST);
    }

    /** With another limit than 10 seconds. */
    HttpChecks(Egress egress, Clock clock, Duration longest) {
        this.egress = egress;
        this.clock = clock;
        this.longest = longest;
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
        var verdict = OtherEnvironment.considered(access, asked -> asked(authentication, asked, vendor));
        return new Check(verdict.status(), verdict.reason(), null, verdict.latency(), clock.instant());
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
        return first.passing() && !vendor.deadline().passed() ? once(authentication, access, request, vendor) : first;
    }

    private static Verdict once(Authentication authentication, Access access, OutgoingRequest request, Vendor vendor) {
        return switch (authentication.prepare(access, request, vendor)) {
            case Prepared.Refused(var verdict) -> verdict;
            case Prepared.Ready(var ready) -> Verdicts.ofProof(access, vendor.send(ready), vendor.clock());
        };
    }
}
