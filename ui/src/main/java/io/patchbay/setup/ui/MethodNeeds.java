package io.patchbay.setup.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.access.ui.Labels;
import io.patchbay.access.ui.Unverified;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.ui.MarkdownText;

/** What one authentication method will ask for, told before it asks. */
class MethodNeeds extends Div {

    private static final long serialVersionUID = 1;

    MethodNeeds(AuthenticationMethod method) {
        addClassName("pb-panel");
        add(new H3(method.label()));
        var type = Labels.of(method.type());
        if (!type.equalsIgnoreCase(method.label())) {
            var paragraph = new Paragraph(type);
            paragraph.addClassNames("pb-muted", "pb-small");
            add(paragraph);
        }
        if (method.needsRedirect()) {
            var note = new Paragraph(getTranslation("setup.authentication.consent"));
            note.addClassName("pb-note");
            add(note);
        }
        if (method.help() != null) {
            add(new MarkdownText(method.help()));
        }
        if (!method.verified()) {
            add(new Unverified());
        }
        if (!method.askedFields().isEmpty()) {
            var list = new UnorderedList();
            method.askedFields().forEach(field -> list.add(item(field)));
            add(list);
        }
    }

    private ListItem item(CredentialField field) {
        var item = new ListItem(new Span(field.label()));
        if (field.secret()) {
            item.add(marked("setup.system.secret"));
        }
        if (!field.required()) {
            item.add(marked("common.optional"));
        }
        if (!field.verified()) {
            item.add(new Unverified());
        }
        return item;
    }

    private Span marked(String key) {
        var mark = new Span(" (" + getTranslation(key) + ")");
        mark.addClassName("pb-muted");
        return mark;
    }
}
