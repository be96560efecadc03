package io.patchbay.identity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.patchbay.shared.Secret;
import io.patchbay.ui.CopyRow;

/**
 * Shows a new API token for the only time. The token goes straight to the browser and is no part of the components here, so
 * the page's session does not keep it.
 */
final class IssuedTokenDialog extends Composite<Dialog> {

    private static final String SHOW = "this.textContent = $0";

    private static final String SHOW_EXAMPLE = """
            this.textContent = [
              'curl ' + new URL('graphql', document.baseURI).href,
              "  -H 'Authorization: Bearer " + $0 + "'",
              "  -H 'Content-Type: application/json'",
              "  -d '{\\"query\\":\\"{ viewer { name company { name } } }\\"}'"
            ].join(' \\\\\\n')""";

    IssuedTokenDialog(Secret secret) {
        var token = code();
        token.addClassName("pb-token");
        var example = code();
        token.getElement().executeJs(SHOW, secret.reveal());
        example.getElement().executeJs(SHOW_EXAMPLE, secret.reveal());
        var copyToken = new Button(getTranslation("identity.token.copy"));
        copyToken.setAutofocus(true);
        var body = new Div(
                new Paragraph(getTranslation("identity.token.once")),
                token,
                new CopyRow(copyToken, token),
                new Paragraph(getTranslation("identity.token.example")),
                example,
                new CopyRow(new Button(getTranslation("identity.token.copy-example")), example));
        var close = new Button(
                getTranslation("identity.token.kept"), click -> getContent().close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        var dialog = getContent();
        dialog.setHeaderTitle(getTranslation("identity.token.made"));
        dialog.setWidth("40rem");
        // A slip of the hand must not take away what is shown only once.
        dialog.setCloseOnOutsideClick(false);
        dialog.setCloseOnEsc(false);
        dialog.add(body);
        dialog.getFooter().add(close);
    }

    void open() {
        getContent().open();
    }

    private static Pre code() {
        var code = new Pre();
        code.addClassName("pb-code");
        // Long lines scroll, so the keyboard has to reach them.
        code.getElement().setAttribute("tabindex", "0");
        return code;
    }
}
