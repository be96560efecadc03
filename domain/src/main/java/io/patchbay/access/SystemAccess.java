package io.patchbay.access;

import io.patchbay.credential.Credentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemId;
import java.time.Instant;

/** How Patchbay reaches one system for one company: what connectors and instances share. */
public record SystemAccess(
        AccessId id,
        int version,
        CompanyId companyId,
        SystemId system,
        Name name,
        Environment environment,
        TimeZone timeZone,
        DateFormat dateFormat,
        Credentials credentials,
        AccessStatus status,
        Instant createdAt,
        Instant updatedAt) {

    /** Not yet checked, and just born. */
    public static SystemAccess born(
            CompanyId company,
            SystemId system,
            Name name,
            Environment environment,
            TimeZone timeZone,
            DateFormat dateFormat,
            Credentials credentials,
            Instant now) {
        return new SystemAccess(
                AccessId.next(),
                0,
                company,
                system,
                name,
                environment,
                timeZone,
                dateFormat,
                credentials,
                AccessStatus.NOT_CHECKED,
                now,
                now);
    }

    /** The same access under other settings; system and environment are for life. */
    public SystemAccess changedTo(Name newName, TimeZone newZone, DateFormat newFormat, Instant now) {
        return new SystemAccess(
                id,
                version,
                companyId,
                system,
                newName,
                environment,
                newZone,
                newFormat,
                credentials,
                status,
                createdAt,
                now);
    }

    /** The same access with another whole set of credentials, which nobody has tried yet. */
    public SystemAccess withReplaced(Credentials newCredentials, Instant now) {
        return new SystemAccess(
                id,
                version,
                companyId,
                system,
                name,
                environment,
                timeZone,
                dateFormat,
                newCredentials,
                AccessStatus.NOT_CHECKED,
                createdAt,
                now);
    }
}
