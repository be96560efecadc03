package io.patchbay.company;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.time.Instant;

/** A part of a company that has systems of its own, such as a brand, a country or a shop. */
public record CompanyGroup(CompanyGroupId id, int version, CompanyId companyId, Name name, Instant createdAt) {

    public static CompanyGroup named(Name name, CompanyId company, Instant now) {
        return new CompanyGroup(CompanyGroupId.next(), 0, company, name, now);
    }

    public CompanyGroup renamedTo(Name newName) {
        return new CompanyGroup(id, version, companyId, newName, createdAt);
    }

    /** Where it stands in a list of company groups, which go by birth or name. */
    public Page.Place place(Order order) {
        return new Page.Place(
                id.value(),
                switch (order.by()) {
                    case BIRTH -> "";
                    case NAME -> name.value();
                    case CHANGE, STATUS, URGENCY, END ->
                        throw new IllegalArgumentException("No order of company groups: " + order.by());
                });
    }
}
