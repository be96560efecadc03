package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import io.patchbay.access.AccessId;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.AccessPage.PageTab;
import io.patchbay.system.SystemDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of one connector or of one instance: two tabs, a summary that updates by itself, and a word instead when somebody
 * removes it meanwhile.
 *
 * @param <T> the connector or the instance
 */
public abstract class AccessView<T> extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final AccessShowing showing;
    private final LiveStatus liveStatus;
    private String title = "";
    private @Nullable AccessId shown;
    private @Nullable AccessSummary summary;

    protected AccessView(AccessShowing showing, LiveStatus liveStatus) {
        this.showing = showing;
        this.liveStatus = liveStatus;
    }

    /** The one that an address names; empty where there is none for the viewer. */
    protected abstract Optional<T> find(RouteParameters address);

    /** As it is now; empty where it is gone. */
    protected abstract Optional<T> find(AccessId id);

    /** What is shared of it. */
    protected abstract SystemAccess access(T one);

    /** The addresses of the tabs, in their order. */
    protected abstract List<String> addresses(AccessId id);

    /** What stands below its name. */
    protected abstract String belongsTo(T one, SystemDefinition system);

    /** The first tab. */
    protected abstract AccessSummary summary(T one, SystemDefinition system, QueryParameters query);

    /** The second tab. */
    protected abstract AccessSettings settings(T one, SystemDefinition system);

    /** What is shown once it was removed by somebody. */
    protected abstract Component gone(String name);

    @Override
    public final String getPageTitle() {
        return getTranslation("common.title", title);
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        var tab = event.getRouteParameters().get("tab").isPresent() ? PageTab.SETTINGS : PageTab.SUMMARY;
        find(event.getRouteParameters())
                .ifPresentOrElse(
                        one -> show(one, tab, event.getLocation().getQueryParameters()),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    /** Only the summary shows a status; who edits settings is told by saving where somebody was faster. */
    private void readAgain() {
        var before = summary;
        if (shown == null || before == null) {
            return;
        }
        find(shown)
                .ifPresentOrElse(
                        one -> {
                            if (!before.showAgain(access(one))) {
                                show(one, PageTab.SUMMARY, QueryParameters.empty());
                            }
                        },
                        this::showThatItIsGone);
    }

    private void showThatItIsGone() {
        summary = null;
        getContent().removeAll();
        getContent().add(gone(title));
    }

    private void show(T one, PageTab tab, QueryParameters query) {
        var access = access(one);
        var known = showing.systems().find(access.system());
        var system = known.orElseGet(() ->
                SystemDefinition.unknown(access.system(), access.credentials().method()));
        var page = new AccessPage(access, belongsTo(one, system), tab, addresses(access.id()));
        if (known.isEmpty()) {
            page.warnOfUnknownSystem();
        }
        title = access.name().value();
        if (shown == null) {
            liveStatus.follow(this, this::readAgain);
        }
        shown = access.id();
        summary = tab == PageTab.SUMMARY ? summary(one, system, query) : null;
        getContent().removeAll();
        getContent()
                .add(page.with(
                        summary != null ? summary : settings(one, system).telling(state -> page.show(state.access()))));
    }
}
