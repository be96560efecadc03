package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A button that copies the text of something beside it, and says whether it could. */
public final class CopyRow extends Composite<Div> {

    private static final long serialVersionUID = 1;

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

    /** Copies {@code source}'s text by this button. */
    public CopyRow(Button copy, Component source) {
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
                        getTranslation("common.copied"),
                        getTranslation("common.copy-by-hand"));
        getContent().addClassName("pb-actions");
        getContent().add(copy, said);
    }
}
