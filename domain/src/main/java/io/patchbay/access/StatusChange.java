package io.patchbay.access;

import io.patchbay.shared.CompanyId;

/**
 * That somebody made or removed a connector or an instance, replaced its credentials or recorded a check of them. Says
 * which, and not what it is like now: whoever wants to know reads it.
 */
public record StatusChange(CompanyId company, AccessId access, AccessKind kind) {}
