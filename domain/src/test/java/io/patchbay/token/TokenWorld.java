package io.patchbay.token;

import io.patchbay.credential.Applications;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.InMemorySecretStore;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import io.patchbay.shared.SettableClock;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is stored once for all nodes, a vendor, and as many nodes as a test likes. */
class TokenWorld {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final RenewalPace PACE = new RenewalPace(Duration.ofSeconds(20), Duration.ofSeconds(40));

    final SettableClock clock = new SettableClock();
    final InMemoryTokenGrants grants = new InMemoryTokenGrants(clock);
    final InMemorySecretStore secrets = new InMemorySecretStore();
    final InMemoryTokenWatch watch = new InMemoryTokenWatch();
    final Tokens tokens = new Tokens(grants, secrets, watch, clock);
    final TokenSteps steps = new TokenSteps(grants, secrets, watch, clock);
    final ScriptedVendor vendor = new ScriptedVendor(clock);
    final CompanyId company = CompanyId.next();

    AccessTokens node() {
        return new AccessTokens(
                tokens, steps, new RevealedCredentials(secrets, Applications.NONE), vendor, clock, PACE);
    }

    /** Somebody who connected by redirect; the first tokens are number 1. */
    TokenHolder connected(String refreshReuse) {
        var holder = holder(AuthenticationType.OAUTH2_AUTHORIZATION_CODE, Map.of("refreshReuse", refreshReuse));
        tokens.keepFirst(company, holder.credentials().id(), vendor.next());
        return holder;
    }

    TokenHolder holder(AuthenticationType type, Map<String, String> settings) {
        var values = new LinkedHashMap<String, CredentialValue>();
        values.put("client_id", new CredentialValue.Plain("client"));
        values.put("client_secret", new CredentialValue.Hidden(secrets.keep(company, new Secret("client-secret"))));
        return new TokenHolder(
                company,
                TestSystems.SHOP,
                Environment.LIVE,
                new AuthenticationMethod("method", "Method", type, null, List.of(), settings, true),
                new Credentials(CredentialsId.next(), "method", values));
    }

    TokenGrant grant(TokenHolder holder) {
        return tokens.find(company, holder.credentials().id()).orElseThrow();
    }

    TokenState state(TokenHolder holder) {
        return grant(holder).state(clock.instant());
    }

    /** As long as the token is to be renewed, and has not ended. */
    void goOnUntilExpiring() {
        clock.goOn(ScriptedVendor.LIFETIME.minusMinutes(4));
    }

    void goOnUntilExpired() {
        clock.goOn(ScriptedVendor.LIFETIME);
    }

    static String value(TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Granted(var token) -> token.value().reveal();
            case TokenAnswer.Missing(var trouble) -> trouble.name();
        };
    }
}
