package io.patchbay.attention;

import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.identity.ApiToken;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something whose time will be over, or is.
 *
 * @param id of no meaning but to tell it from others
 * @param exact whether it ends at that very moment; false: at the latest then
 * @param accessKind null where it is an API token
 * @param subject the {@link io.patchbay.connector.ConnectorSummary} or {@link io.patchbay.instance.Instance} that stops
 *     working; null where it is an API token
 * @param credentialKey the field of the credentials that ends; null where it is none of them
 * @param apiToken null where it is none
 */
public record Expiring(
        UUID id,
        Kind kind,
        Instant endsAt,
        boolean exact,
        @Nullable AccessKind accessKind,
        @Nullable HasAccess subject,
        @Nullable String credentialKey,
        @Nullable ApiToken apiToken) {

    /** What ends. */
    public enum Kind {
        /** A credential of a connector or an instance, such as a secret or a certificate. */
        CREDENTIAL,
        /** What a person said yes to on a vendor's page, and what no renewal makes longer. */
        GRANT,
        /** An API token of Patchbay's own. */
        API_TOKEN
    }

    /** Where it stands in the list of all that expires. */
    public Page.Place place() {
        return Expiries.place(id, endsAt);
    }
}
