package io.patchbay.authorization.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.CopyRow;
import java.net.URI;
import java.util.Set;

/** The address that has to be registered at the vendor, and what stands in the way of that. */
final class RedirectAddress extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    RedirectAddress(SystemDefinition system, AuthenticationMethod method, URI address, boolean application) {
        getContent().addClassName("pb-note");
        if (application) {
            getContent().add(new Paragraph(getTranslation("authorization.application", system.name())));
        }
        if (known(method)) {
            getContent().add(new Paragraph(getTranslation("authorization.known", system.name())));
        } else {
            askToRegister(system, address);
        }
        if (needsHttps(method, address)) {
            var warning = new Paragraph(getTranslation("authorization.needs-https", system.name()));
            warning.addClassName("pb-warning");
            getContent().add(warning);
        }
    }

    private void askToRegister(SystemDefinition system, URI address) {
        var shown = new Pre(address.toString());
        shown.addClassNames("pb-code");
        // Long lines scroll, so the keyboard has to reach them.
        shown.getElement().setAttribute("tabindex", "0");
        getContent()
                .add(
                        new Paragraph(getTranslation("authorization.register", system.name())),
                        shown,
                        new CopyRow(new Button(getTranslation("authorization.copy")), shown));
    }

    private static boolean known(AuthenticationMethod method) {
        return "true".equals(method.settings().get("redirectKnown"));
    }

    private static boolean needsHttps(AuthenticationMethod method, URI address) {
        if ("https".equalsIgnoreCase(address.getScheme())) {
            return false;
        }
        return switch (method.settings().getOrDefault("redirectNeedsHttps", "except-localhost")) {
            case "never" -> false;
            case "always" -> true;
            default -> !LOCAL.contains(address.getHost());
        };
    }
}
