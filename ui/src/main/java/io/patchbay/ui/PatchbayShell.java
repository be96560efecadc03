package io.patchbay.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What every page has around it: the theme, Patchbay's own style sheet, light or dark as the reader's system has it. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("patchbay.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Push
@Viewport("width=device-width, initial-scale=1")
public class PatchbayShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
    }
}
