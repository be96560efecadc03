package io.patchbay.history.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.access.Check;
import io.patchbay.access.SystemAccess;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.UptimePicture;
import io.patchbay.history.Uptimes;
import io.patchbay.ui.Moments;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much of the time a system let us in, in pictures and in words, and every change of its status. */
public final class HistoryPanel extends Composite<Section> {

    private final SystemAccess access;
    private final Uptimes uptimes;
    private final ChangeList changes;
    private final Div pictures = new Div();
    private List<UptimePicture> drawn = List.of();
    private @Nullable Check lastCheck;

    HistoryPanel(SystemAccess access, CheckHistory history, Uptimes uptimes) {
        this.access = access;
        this.uptimes = uptimes;
        this.changes = new ChangeList(access, history);
        this.lastCheck = access.lastCheck();
        pictures.addClassName("pb-uptimes");
        getContent().addClassName("pb-panel");
        getContent()
                .add(
                        new H2(getTranslation("history.title")),
                        pictures,
                        legend(),
                        new H3(getTranslation("history.changes")),
                        changes);
        draw();
    }

    /** Shows what is known now, if there was another check since. */
    public void showAgain(SystemAccess now) {
        if (!Objects.equals(lastCheck, now.lastCheck())) {
            lastCheck = now.lastCheck();
            draw();
            changes.readAgain();
        }
    }

    private void draw() {
        var now = uptimes.pictures(access.companyId(), access.id(), Moments.zone());
        if (!now.equals(drawn)) {
            drawn = now;
            pictures.removeAll();
            now.forEach(picture -> pictures.add(new UptimeFigure(picture)));
        }
    }

    private UnorderedList legend() {
        var legend = new UnorderedList();
        legend.addClassName("pb-legend");
        Stream.of(Portion.values()).forEach(portion -> {
            var sample = new Span();
            sample.getElement().setAttribute("aria-hidden", "true");
            sample.getElement().setProperty("innerHTML", UptimeDrawing.sample(portion));
            var name = portion.name().toLowerCase(Locale.ROOT);
            legend.add(new ListItem(sample, new Span(getTranslation("history.legend." + name))));
        });
        return legend;
    }
}
