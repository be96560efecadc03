package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasTooltip;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;

/**
 * Where a person types a secret. The value stays in the browser: nothing of it is sent while typing, so the page's session
 * never holds it. Whoever shows the field fetches it when it is needed, and hands it on as a {@code Secret}.
 */
// Brings along the browser's part of both looks, which this class makes itself.
@Uses(PasswordField.class)
@Uses(TextArea.class)
public final class SecretField extends Component
        implements HasLabel, HasSize, HasStyle, HasTooltip, HasValidation, Focusable<SecretField> {

    private static final long serialVersionUID = 1;

    private SecretField(Element element, String label) {
        super(element);
        addClassName("pb-secret");
        setLabel(label);
        setWidthFull();
        element.setProperty("autocomplete", "new-password");
        element.setAttribute("autocapitalize", "off");
        element.setAttribute("spellcheck", "false");
        // Otherwise the field would judge by itself and take away what the server said of it.
        element.setProperty("manualValidation", true);
        element.executeJs("this.addEventListener('input', () => { this.invalid = false; })");
    }

    /** A field for one line. */
    public static SecretField line(String label) {
        return new SecretField(new Element("vaadin-password-field"), label);
    }

    /** A field for several lines, such as a private key. */
    public static SecretField lines(String label) {
        var field = new SecretField(new Element("vaadin-text-area"), label);
        field.getElement().setProperty("minRows", 4);
        return field;
    }

    /** Tells browser and reader that a value is needed. */
    public void setRequired(boolean required) {
        getElement().setProperty("required", required);
    }

    public void setPlaceholder(String placeholder) {
        getElement().setProperty("placeholder", placeholder);
    }

    /** What stands below the field. */
    public void setHelperComponent(Div helper) {
        helper.getElement().setAttribute("slot", "helper");
        getElement().appendChild(helper.getElement());
    }

    @Override
    public void setErrorMessage(String message) {
        getElement().setProperty("errorMessage", message == null ? "" : message);
    }

    @Override
    public String getErrorMessage() {
        return getElement().getProperty("errorMessage", "");
    }

    @Override
    public void setInvalid(boolean invalid) {
        getElement().setProperty("invalid", invalid);
    }

    @Override
    public boolean isInvalid() {
        return getElement().getProperty("invalid", false);
    }
}
