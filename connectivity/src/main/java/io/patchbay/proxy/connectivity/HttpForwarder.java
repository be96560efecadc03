package io.patchbay.proxy.connectivity;

import io.patchbay.access.Checks;
import io.patchbay.access.connectivity.SystemRequests;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.StreamingEgress;
import io.patchbay.proxy.Forwarder;
import io.patchbay.system.AuthenticationMethod;
import java.time.Clock;
import java.time.Duration;

/** Sends requests over HTTP, on connections that are kept. Thread-safe. */
public final class HttpForwarder implements Forwarder, AutoCloseable {

    private final StreamingEgress egress;
    private final SystemRequests requests;
    private final RecentRenewals renewals;

    /** @param silence how long a system may do nothing before it is given up */
    public HttpForwarder(Egress egress, Clock clock, Duration silence) {
        this.egress = egress.streaming(silence);
        this.requests = new SystemRequests(egress, clock);
        this.renewals = new RecentRenewals(clock);
    }

    @Override
    public boolean supports(AuthenticationMethod method) {
        return SystemRequests.supports(method);
    }

    @Override
    public Forwarded forward(Checks.Question question, Call call) {
        return new Trip(egress, requests, renewals, question, call).forwarded();
    }

    /** How many requests and answers are on their way. */
    public int underWay() {
        return egress.underWay();
    }

    @Override
    public void close() {
        egress.close();
    }
}
