package io.patchbay.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What Patchbay's words mean, and what people who come from elsewhere may mean by the same words. */
@Route(value = Addresses.HELP, layout = MainLayout.class)
@PermitAll
final class ConceptsView extends Div implements HasDynamicTitle {

    /** In the order in which somebody meets them; each has its entry in the address as {@code #word}. */
    private static final List<String> WORDS = List.of(
            "system",
            "connector",
            "instance",
            "environment",
            "company",
            "company-group",
            "draft",
            "credential",
            "status",
            "check",
            "api-token");

    private static final List<String> ORIGINS = List.of("services", "process-flows", "api");

    ConceptsView() {
        add(
                new PageHeader(getTranslation("help.concepts.title"))
                        .explained(getTranslation("help.concepts.introduction")),
                shortly(),
                connectors(),
                words());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("help.concepts.title"));
    }

    private Component shortly() {
        var section = section("shortly");
        section.add(paragraph("help.shortly.text"));
        return section;
    }

    private Component connectors() {
        var section = section("two-meanings");
        section.add(paragraph("help.two-meanings.text"));
        var origins = new Div();
        origins.addClassName("pb-origins");
        ORIGINS.forEach(origin -> origins.add(origin(origin)));
        section.add(origins);
        return section;
    }

    private Component origin(String origin) {
        var key = "help.origin." + origin;
        var from = new Span(getTranslation(key + ".from"));
        from.addClassNames("pb-muted", "pb-small");
        var meanings = new DescriptionList();
        for (var word : List.of("first", "second")) {
            meanings.add(new DescriptionList.Term(getTranslation(key + "." + word + ".there")));
            meanings.add(new DescriptionList.Description(getTranslation(key + "." + word + ".here")));
        }
        var card = new Div(from, meanings);
        card.addClassName("pb-panel");
        return card;
    }

    private Component words() {
        var section = section("words");
        var list = new DescriptionList();
        list.addClassName("pb-concept-words");
        for (var word : WORDS) {
            var term = new DescriptionList.Term(getTranslation("help.word." + word));
            term.setId(word);
            list.add(term);
            list.add(new DescriptionList.Description(getTranslation("help.word." + word + ".text")));
        }
        section.add(jumps(), list);
        return section;
    }

    private Component jumps() {
        var jumps = new Nav();
        jumps.addClassName("pb-jumps");
        jumps.getElement().setAttribute("aria-labelledby", "words");
        for (var word : WORDS) {
            var jump = new Anchor(Addresses.HELP + "#" + word, getTranslation("help.word." + word));
            // The browser itself goes there; for the router it is the page that is shown already.
            jump.setRouterIgnore(true);
            jumps.add(jump);
        }
        return jumps;
    }

    private Section section(String key) {
        var heading = new H2(getTranslation("help." + key + ".title"));
        heading.setId(key);
        var section = new Section(heading);
        section.addClassName("pb-section");
        section.getElement().setAttribute("aria-labelledby", key);
        return section;
    }

    private Paragraph paragraph(String key) {
        var paragraph = new Paragraph(getTranslation(key));
        paragraph.addClassName("pb-prose");
        return paragraph;
    }
}
