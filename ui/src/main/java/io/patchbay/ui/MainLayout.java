package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** Around every page of those who are logged in: navigation on the left, a drawer on small screens, and the user's menu. */
@PermitAll
public final class MainLayout extends AppLayout {

    private static final long serialVersionUID = 1;

    private final Main main = new Main();

    MainLayout(Account account, List<FurtherPage> furtherPages) {
        main.setId("content");
        // So that the skip link moves the focus there and not only the view.
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);
        setPrimarySection(Section.DRAWER);
        addToNavbar(bar());
        addToDrawer(brand(), new Scroller(navigation(furtherPages)), new UserMenu(account));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    private Component bar() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("common.navigation.toggle"));
        var bar = new Header(toggle, new Span("Patchbay"));
        bar.addClassName("pb-bar");
        return bar;
    }

    private Component brand() {
        var skip = new Anchor("#content", getTranslation("common.navigation.skip"));
        skip.addClassName("pb-skip");
        skip.setRouterIgnore(true);
        skip.getElement()
                .executeJs("this.addEventListener('click', event => {"
                        + " event.preventDefault(); document.getElementById('content').focus(); })");
        var home = new Anchor(Addresses.DASHBOARD, new Mark(), new Span("Patchbay"));
        home.addClassName("pb-brand");
        return new Div(skip, home);
    }

    private SideNav navigation(List<FurtherPage> furtherPages) {
        var navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("common.navigation.label"));
        navigation.addItem(entry("dashboard", Addresses.DASHBOARD, VaadinIcon.DASHBOARD, false));
        furtherPages.stream()
                .filter(page -> page.first() && page.shown())
                .forEach(page -> navigation.addItem(entry(page)));
        navigation.addItem(
                entry("connectors", Addresses.CONNECTORS, VaadinIcon.CONNECT, true, "setup", "systems"),
                entry("instances", Addresses.INSTANCES, VaadinIcon.CUBES, true),
                entry("marketplace", Addresses.MARKETPLACE, VaadinIcon.SHOP, true),
                entry("company", Addresses.COMPANY, VaadinIcon.BUILDING, true),
                entry("tokens", Addresses.API_TOKENS, VaadinIcon.KEY, true));
        furtherPages.stream()
                .filter(page -> !page.first() && page.shown())
                .forEach(page -> navigation.addItem(entry(page)));
        navigation.addItem(entry("help", Addresses.HELP, VaadinIcon.QUESTION_CIRCLE, true));
        return navigation;
    }

    private SideNavItem entry(FurtherPage page) {
        var item = entry(page.key(), page.address(), page.icon(), true);
        page.mark().ifPresent(item::setSuffixComponent);
        return item;
    }

    private SideNavItem entry(String key, String path, VaadinIcon icon, boolean nested, String... aliases) {
        var item = new SideNavItem(getTranslation("common.navigation." + key), path, icon.create());
        item.setMatchNested(nested);
        item.setPathAliases(Set.of(aliases));
        return item;
    }
}
