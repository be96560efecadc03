package io.patchbay.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.PageLink;
import java.util.List;

/** What somebody does first with a new Patchbay, as far as it is not done; afterwards the ways that are taken most. */
final class NextSteps extends Composite<Section> {

    /** Something to do. */
    record Step(String key, String address, boolean done) {}

    NextSteps(boolean hasConnector, boolean hasToken) {
        var steps = List.of(
                new Step("company", Addresses.COMPANY, true),
                new Step("connector", Addresses.NEW_CONNECTOR, hasConnector),
                new Step("token", Addresses.API_TOKENS, hasToken));
        var begun = steps.stream().allMatch(Step::done);
        var heading = new H2(getTranslation(begun ? "dashboard.next.ways" : "dashboard.next.title"));
        heading.setId("dashboard-next");
        getContent().addClassName("pb-section");
        getContent().getElement().setAttribute("aria-labelledby", "dashboard-next");
        getContent().add(heading, begun ? ways() : list(steps));
    }

    private Component list(List<Step> steps) {
        var first = steps.stream().filter(step -> !step.done()).findFirst();
        var list = new OrderedList();
        list.addClassName("pb-rows");
        steps.forEach(step -> list.add(row(step, first.filter(step::equals).isPresent())));
        return list;
    }

    private ListItem row(Step step, boolean first) {
        var key = "dashboard.next." + step.key();
        var sign = (step.done() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
        sign.addClassName(step.done() ? "pb-done" : "pb-open");
        sign.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(getTranslation(key));
        name.addClassName("pb-strong");
        var explanation = new Span(getTranslation(step.done() ? "dashboard.next.done" : key + ".why"));
        explanation.addClassNames("pb-muted", "pb-small");
        var row = new ListItem(sign, new Div(name, explanation));
        if (!step.done()) {
            var label = getTranslation(key + ".go");
            row.add(first ? PageLink.primary(step.address(), label) : PageLink.secondary(step.address(), label));
        }
        return row;
    }

    private Component ways() {
        var list = new UnorderedList();
        list.addClassName("pb-tiles");
        list.add(way("connector", Addresses.NEW_CONNECTOR, VaadinIcon.CONNECT));
        list.add(way("marketplace", Addresses.MARKETPLACE, VaadinIcon.SHOP));
        list.add(way("help", Addresses.HELP, VaadinIcon.QUESTION_CIRCLE));
        return list;
    }

    private ListItem way(String key, String address, VaadinIcon icon) {
        var sign = icon.create();
        sign.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(getTranslation("dashboard.way." + key));
        name.addClassName("pb-strong");
        var explanation = new Span(getTranslation("dashboard.way." + key + ".text"));
        explanation.addClassNames("pb-muted", "pb-small");
        var tile = new Anchor(address, sign, new Div(name, explanation));
        tile.addClassName("pb-tile");
        return new ListItem(tile);
    }
}
