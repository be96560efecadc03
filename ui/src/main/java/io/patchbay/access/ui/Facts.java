package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A list of names and what is true of each, such as a summary. */
public final class Facts extends Composite<DescriptionList> {

    public Facts() {
        getContent().addClassName("pb-facts");
    }

    public Facts with(String name, String... lines) {
        var answer = new Div();
        for (var line : lines) {
            answer.add(new Span(line));
        }
        return with(name, answer);
    }

    public Facts with(String name, Component answer) {
        var description = new DescriptionList.Description();
        description.add(answer);
        getContent().add(new Div(new DescriptionList.Term(name), description));
        return this;
    }
}
