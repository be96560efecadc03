package io.patchbay.access;

import io.patchbay.credential.CredentialEnd;
import io.patchbay.credential.Credentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Patchbay reaches one system for one company: what connectors and instances share.
 *
 * @param lastCheck of these very credentials; null: nobody has tried them yet
 */
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
        @Nullable Check lastCheck,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether the system lets us in, as last seen. */
    public AccessStatus status() {
        return lastCheck == null ? AccessStatus.NOT_CHECKED : lastCheck.status();
    }

    /** Until when a credential is good, as far as anybody knows; a guess that a check has proved wrong is no knowledge. */
    public Optional<CredentialEnd> end(String credentialKey) {
        return credentials.end(credentialKey).filter(end -> end.exact() || !workedAfter(end.at()));
    }

    private boolean workedAfter(Instant moment) {
        return lastCheck != null
                && lastCheck.status() == AccessStatus.OPERATIONAL
                && lastCheck.checkedAt().isAfter(moment);
    }

    /** Where it stands in a list of connectors or instances. */
    public Page.Place place(Order order) {
        return new Page.Place(
                id.value(),
                switch (order.by()) {
                    case BIRTH -> "";
                    case NAME -> name.value();
                    case CHANGE -> updatedAt.toString();
                    case STATUS -> String.valueOf(status().ordinal());
                    case URGENCY, END ->
                        throw new IllegalArgumentException("No order of connectors or instances: " + order.by());
                });
    }

    /** The same access, checked just now. */
    public SystemAccess checked(Check check) {
        return new SystemAccess(
                id,
                version,
                companyId,
                system,
                name,
                environment,
                timeZone,
                dateFormat,
                credentials,
                check,
                createdAt,
                updatedAt);
    }

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
                null,
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
                lastCheck,
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
                null,
                createdAt,
                now);
    }
}
