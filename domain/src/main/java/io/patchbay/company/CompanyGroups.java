package io.patchbay.company;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Name;
import io.patchbay.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The groups of companies. */
public interface CompanyGroups {

    Optional<CompanyGroup> find(CompanyId company, CompanyGroupId id);

    /** Those of these groups that the company has, in no particular order and in one statement. */
    List<CompanyGroup> findAll(CompanyId company, Collection<CompanyGroupId> ids);

    /** Finds the group and keeps it from changing, and others from locking it, until this transaction ends. */
    Optional<CompanyGroup> lock(CompanyId company, CompanyGroupId id);

    /** The group with this name, in any case. */
    Optional<CompanyGroup> named(CompanyId company, Name name);

    /** The company's group if it has exactly one. */
    Optional<CompanyGroup> only(CompanyId company);

    /** By birth or name; where {@code search} is not null, those with it in their name in any case. */
    Page<CompanyGroup> page(CompanyId company, @Nullable String search, Page.Request request);

    Count count(CompanyId company, @Nullable String search);

    /** Returns the group as it is now stored, with its new version. */
    CompanyGroup save(CompanyGroup group);

    void remove(CompanyGroup group);
}
