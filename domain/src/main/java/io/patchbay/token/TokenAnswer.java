package io.patchbay.token;

/** Whether there is an access token. */
public sealed interface TokenAnswer {

    record Granted(AccessToken token) implements TokenAnswer {}

    /** There is none, and why. */
    record Missing(TokenTrouble trouble) implements TokenAnswer {}
}
