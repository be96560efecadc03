package io.patchbay.token;

/** What can be said of the tokens of one set of credentials. */
public enum TokenState {
    /** The access token opens the system. */
    VALID,
    /** It ends soon, or has ended; whoever needs it next renews it. */
    EXPIRING,
    /** Somebody is renewing it now. */
    REFRESHING,
    /** The vendor could not be asked; it is asked again later, and nothing is lost. */
    BACKOFF,
    /** Only a person can get new tokens, by connecting again. */
    NEEDS_RECONNECT
}
