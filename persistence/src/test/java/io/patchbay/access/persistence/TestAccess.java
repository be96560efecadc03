package io.patchbay.access.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.DateFormat;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.TimeZone;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Accesses with something particular in every property. */
public final class TestAccess {

    private TestAccess() {}

    public static SystemAccess access(CompanyId company, String system, String name, Environment environment) {
        return access(company, system, name, environment, AccessStatus.NEEDS_RECONNECT);
    }

    public static SystemAccess access(
            CompanyId company, String system, String name, Environment environment, AccessStatus status) {
        return new SystemAccess(
                AccessId.next(),
                0,
                company,
                new SystemId(system),
                new Name(name),
                environment,
                new TimeZone(ZoneId.of("Europe/Berlin")),
                new DateFormat("dd.MM.yyyy HH:mm:ss"),
                credentials(),
                check(status),
                TestTables.NOW,
                TestTables.NOW.plusSeconds(7));
    }

    private static @Nullable Check check(AccessStatus status) {
        return status == AccessStatus.NOT_CHECKED
                ? null
                : new Check(status, CheckReason.RATE_LIMITED, "Wait a while", Duration.ofMillis(321), TestTables.NOW);
    }

    /** Both kinds of values, in an order that is not the alphabet's. */
    public static Credentials credentials() {
        var values = new LinkedHashMap<String, CredentialValue>();
        values.put("shop", new CredentialValue.Plain(" \"My\\Shop\" \u00e9\n "));
        values.put("api_key", new CredentialValue.Hidden(SecretId.next()));
        values.put("aa", new CredentialValue.Plain(""));
        return new Credentials(CredentialsId.next(), "api-key", values);
    }
}
