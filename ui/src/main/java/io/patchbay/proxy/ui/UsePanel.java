package io.patchbay.proxy.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import io.patchbay.ui.CopyRow;
import java.net.URI;

/** A line to copy that sends a request to the system with these credentials on it. */
final class UsePanel extends Composite<Section> {

    private static final long serialVersionUID = 1;

    UsePanel(String system, URI address) {
        var line = new Pre("curl -H \"Authorization: Bearer $TOKEN\" " + address + "/");
        line.addClassNames("pb-code");
        // Long lines scroll, so the keyboard has to reach them.
        line.getElement().setAttribute("tabindex", "0");
        getContent().addClassName("pb-panel");
        getContent()
                .add(
                        new H2(getTranslation("proxy.use.heading")),
                        new Paragraph(getTranslation("proxy.use.what", system)),
                        line,
                        new CopyRow(new Button(getTranslation("proxy.use.copy")), line));
    }
}
