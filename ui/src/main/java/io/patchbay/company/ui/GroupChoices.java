package io.patchbay.company.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroups;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Page;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Groups by position, as a list on the page asks for them, out of pages by keyset, as the database gives them. */
public final class GroupChoices implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient CompanyId company;
    private final transient CompanyGroups groups;
    private final transient List<CompanyGroup> known = new ArrayList<>();
    private String search = "";
    private boolean whole;

    private GroupChoices(CompanyId company, CompanyGroups groups) {
        this.company = company;
        this.groups = groups;
    }

    /** Has a field offer the company's groups, as many as there are, to be searched by name. */
    public static void offer(ComboBox<CompanyGroup> field, CompanyId company, CompanyGroups groups) {
        var source = new GroupChoices(company, groups);
        field.setItems(query -> source.fetch(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    }

    private Stream<CompanyGroup> fetch(String wanted, int offset, int limit) {
        if (offset == 0 || !wanted.equals(search)) {
            known.clear();
            whole = false;
            search = wanted;
        }
        while (!whole && known.size() < offset + limit) {
            more();
        }
        return known.stream().skip(offset).limit(limit);
    }

    private void more() {
        var from = known.isEmpty() ? null : known.getLast().id().value();
        var page = groups.page(company, search.isBlank() ? null : search, new Page.Request(50, from, false));
        known.addAll(page.items());
        whole = !page.hasNext();
    }
}
