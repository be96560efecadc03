package io.patchbay.ui;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.internal.LocaleUtil;
import io.patchbay.shared.FormField;
import io.patchbay.shared.Text;

/** Puts the domain's questions on a page, in the reader's language. */
public final class Questions {

    private Questions() {}

    /** Has a control ask what the field asks: its label, its help, and whether it must be answered. */
    public static <C extends HasLabel & HasHelper & HasValue<?, ?>> void ask(FormField field, C control) {
        control.setLabel(words(field.label()));
        control.setHelperText(field.help() == null ? "" : words(field.help()));
        control.setRequiredIndicatorVisible(field.required());
    }

    /** What the reader of this page reads. */
    public static String words(Text text) {
        return text.in(LocaleUtil.getLocale());
    }
}
