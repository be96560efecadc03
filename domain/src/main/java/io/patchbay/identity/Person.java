package io.patchbay.identity;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.time.Instant;

/** Somebody who logs in to Patchbay's pages for one company. */
public record Person(PersonId id, int version, CompanyId companyId, Name name, EmailAddress email, Instant createdAt) {}
