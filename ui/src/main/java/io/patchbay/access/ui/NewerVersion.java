package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody who is editing that somebody else was faster: what is different now, beside what they typed. They keep
 * theirs on top of the newer version, or load that version.
 */
final class NewerVersion extends Composite<Section> {

    /**
     * Tells it.
     *
     * @param before the state that the person saw
     * @param typed null where they did not type settings
     */
    NewerVersion(
            AccessState before,
            AccessState now,
            @Nullable TypedSettings typed,
            Runnable keepMine,
            Runnable loadTheirs) {
        var panel = getContent();
        panel.addClassNames("pb-note", "pb-newer");
        panel.getElement().setAttribute("role", "alert");
        // The button that was pressed may stand a screen below.
        panel.getElement().setAttribute("tabindex", "-1");
        panel.getElement().executeJs("this.focus(); this.scrollIntoView({block: 'center'})");
        panel.add(new H3(getTranslation("access.newer.heading")));
        panel.add(new Paragraph(getTranslation("access.newer.explanation")));
        var facts = new Facts();
        differences(before, now, typed)
                .forEach(difference -> facts.with(
                        getTranslation(difference.name()), difference.lines().toArray(String[]::new)));
        var keep = new Button(getTranslation("access.newer.keep-mine"), click -> keepMine.run());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        var load = new Button(getTranslation("access.newer.load-theirs"), click -> loadTheirs.run());
        var buttons = new Div(keep, load);
        buttons.addClassName("pb-actions");
        panel.add(facts, buttons);
    }

    private record Difference(String name, List<String> lines) {}

    private List<Difference> differences(AccessState before, AccessState now, @Nullable TypedSettings typed) {
        var seen = TypedSettings.of(before);
        var current = TypedSettings.of(now);
        var mine = typed == null ? seen : typed;
        var found = new ArrayList<Difference>();
        add(found, "access.settings.name", seen.name(), current.name(), mine.name());
        add(found, "access.fact.time-zone", seen.timeZone(), current.timeZone(), mine.timeZone());
        add(
                found,
                "access.fact.date-format",
                SettingTexts.dateFormat(seen.dateFormat()),
                SettingTexts.dateFormat(current.dateFormat()),
                SettingTexts.dateFormat(mine.dateFormat()));
        add(found, "access.settings.limit", limit(seen), limit(current), limit(mine));
        if (!before.access().credentials().equals(now.access().credentials())) {
            found.add(new Difference(
                    "access.summary.credentials", List.of(getTranslation("access.newer.credentials-replaced"))));
        }
        return found;
    }

    private void add(List<Difference> found, String name, String seen, String current, String mine) {
        if (current.equals(seen)) {
            return;
        }
        var lines = new ArrayList<>(List.of(getTranslation("access.newer.now", current)));
        if (!mine.equals(seen)) {
            lines.add(getTranslation("access.newer.yours", mine));
        }
        found.add(new Difference(name, lines));
    }

    private static String limit(TypedSettings settings) {
        var limit = settings.limit();
        return limit == null ? SettingTexts.rateLimit(null) : SettingTexts.rateLimit(limit.requests(), limit.per());
    }
}
