package io.patchbay.identity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.shared.Secret;

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

    // Runs in the browser alone, because the clipboard opens only while somebody clicks, and only on safe origins.
    private static final String COPY_ON_CLICK = """
            this.addEventListener('click', async () => {
              try {
                await navigator.clipboard.writeText($0.textContent);
                $1.textContent = $2;
              } catch (refused) {
                getSelection().selectAllChildren($0);
                $1.textContent = document.execCommand('copy') ? $2 : $3;
              }
            })""";

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
                copyRow(copyToken, token),
                new Paragraph(getTranslation("identity.token.example")),
                example,
                copyRow(new Button(getTranslation("identity.token.copy-example")), example));
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

    private Div copyRow(Button copy, Pre source) {
        var said = new Span();
        said.addClassNames("pb-muted", "pb-small");
        said.getElement().setAttribute("role", "status");
        copy.setIcon(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.SMALL);
        copy.getElement()
                .executeJs(
                        COPY_ON_CLICK,
                        source.getElement(),
                        said.getElement(),
                        getTranslation("identity.token.copied"),
                        getTranslation("identity.token.copy-by-hand"));
        var row = new Div(copy, said);
        row.addClassName("pb-actions");
        return row;
    }
}
