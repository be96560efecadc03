package io.patchbay.credential;

import io.patchbay.shared.Secret;

/** A value as somebody gave it for one credential field, kept exactly so. Treated as secret until its field says otherwise. */
public record GivenCredential(String key, Secret value) {}
