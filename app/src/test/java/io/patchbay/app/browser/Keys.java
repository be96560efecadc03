package io.patchbay.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who has a keyboard and nothing else. Locators only tell where the focus is to go and whether it came there. */
record Keys(Page page) {

    private static final int PATIENCE = 120;

    /** Presses Tab until the focus is there. */
    void tabTo(Locator target) {
        assertThat(target).isVisible();
        for (var pressed = 0; pressed < PATIENCE; pressed++) {
            if (focused(target)) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + target);
    }

    /** Follows a link or presses a button. */
    void activate(Locator target) {
        tabTo(target);
        press("Enter");
    }

    /** Types into a field that is empty. */
    void type(Locator field, String text) {
        tabTo(field);
        type(text);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Chooses one of several radio buttons: Tab leads into the group, the arrows lead through it. */
    void choose(Locator radio) {
        assertThat(radio).isVisible();
        for (var pressed = 0; pressed < PATIENCE && !groupFocused(radio); pressed++) {
            press("Tab");
        }
        for (var pressed = 0; pressed < PATIENCE && !focused(radio); pressed++) {
            press("ArrowDown");
        }
        if (!radio.isChecked()) {
            press("Space");
        }
        assertThat(radio).isChecked();
    }

    private static boolean focused(Locator target) {
        return (boolean) target.evaluate("element => element.matches(':focus')");
    }

    private static boolean groupFocused(Locator radio) {
        return (boolean) radio.evaluate("radio => radio.closest('vaadin-radio-group').matches(':focus-within')");
    }
}
