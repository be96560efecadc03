package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.patchbay.access.SystemAccess;
import io.patchbay.ui.PageHeader;
import io.patchbay.ui.SystemIcon;
import java.util.List;

/** The page of one connector or one instance: what it is, and two tabs with addresses of their own. */
public final class AccessPage extends Composite<Div> {

    private final String belongsTo;
    private final Div header = new Div();

    /** The two tabs. */
    public enum PageTab {
        SUMMARY,
        SETTINGS
    }

    /**
     * Shows one tab.
     *
     * @param addresses the addresses of the tabs, in their order
     */
    public AccessPage(SystemAccess access, String belongsTo, PageTab chosen, List<String> addresses) {
        this.belongsTo = belongsTo;
        var tabs = new Tabs(
                new Tab(getTranslation("access.page.summary")), new Tab(getTranslation("access.page.settings")));
        tabs.addClassName("pb-tabs");
        tabs.setSelectedIndex(chosen.ordinal());
        tabs.addSelectedChangeListener(change -> UI.getCurrent().navigate(addresses.get(tabs.getSelectedIndex())));
        show(access);
        getContent().add(header, tabs);
    }

    /** Puts the chosen tab's content below the tabs. */
    public AccessPage with(Component content) {
        getContent().add(content);
        return this;
    }

    /** Says that its system is no longer known, so that nothing can be done with it but to look at it and remove it. */
    public void warnOfUnknownSystem() {
        var note = new Div(new Paragraph(getTranslation("access.page.system-unknown")));
        note.addClassNames("pb-note", "pb-page-note");
        getContent().addComponentAtIndex(1, note);
    }

    /** Shows the name that it has now. */
    public void show(SystemAccess access) {
        header.removeAll();
        header.add(new PageHeader(access.name().value())
                .explained(belongsTo)
                .led(new SystemIcon(access.system().slug())));
    }
}
