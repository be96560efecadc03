package io.patchbay.proxy;

import io.patchbay.access.Checks;
import io.patchbay.credential.CredentialsId;
import io.patchbay.system.AuthenticationMethod;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends requests to systems with credentials on them, and hands the answers on while they come in. */
public interface Forwarder {

    /** Whether requests with credentials of the method can be sent at all. */
    boolean supports(AuthenticationMethod method);

    /** Sends, and waits until the answer begins. Never throws for what the system or the program does. */
    Forwarded forward(Checks.Question question, Call call);

    /**
     * What is to be sent beside the credentials.
     *
     * @param owner whose connections are used: the credentials'
     * @param host one of the system's other hosts; null: the base URL's
     * @param path below the base URL, or of the other host
     */
    record Call(
            CredentialsId owner,
            String method,
            @Nullable String host,
            String path,
            @Nullable String query,
            List<HeaderLine> headers,
            @Nullable ProxyBody body,
            BooleanSupplier abandoned) {

        public Call {
            headers = List.copyOf(headers);
        }

        /** The same with a body that somebody listens to. */
        public Call with(ProxyBody other) {
            return new Call(owner, method, host, path, query, headers, other, abandoned);
        }

        @Override
        public String toString() {
            return "Call[" + method + "]";
        }
    }

    /** What came of it. */
    sealed interface Forwarded {

        /** There is no answer. */
        record Failed(ProxyProblem problem) implements Forwarded {}

        /** The program went away. */
        record Abandoned() implements Forwarded {}

        /**
         * The answer begins.
         *
         * @param headers all that came
         * @param address that was asked, with the credentials that its query holds
         * @param base the base URL that it is below
         * @param secrets what tells whether a text holds one of the credentials
         */
        record Answering(
                int status,
                List<HeaderLine> headers,
                long length,
                ProxyAnswer.Body body,
                URI address,
                URI base,
                KnownSecrets secrets)
                implements Forwarded {

            public Answering {
                headers = List.copyOf(headers);
            }

            /** The same with a body that somebody listens to. */
            public Answering with(ProxyAnswer.Body other) {
                return new Answering(status, headers, length, other, address, base, secrets);
            }

            @Override
            public String toString() {
                return "Answering[" + status + "]";
            }
        }
    }
}
