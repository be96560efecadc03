package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.patchbay.access.AccessId;
import io.patchbay.access.StatusChanges;
import io.patchbay.access.StatusNews;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.CompanyId;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps pages up to date while somebody looks at them, whoever changes something and on whichever node. */
@org.springframework.stereotype.Component
public final class LiveStatus {

    /** So often at most is a page read again, however much changes. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StatusChanges changes;
    private final CurrentViewer currentViewer;

    LiveStatus(StatusChanges changes, CurrentViewer currentViewer) {
        this.changes = changes;
        this.currentViewer = currentViewer;
    }

    /**
     * Has a page read again when any status of the viewer's company changed, from when it is shown until it is left.
     *
     * @param readAgain changes only what differs, because somebody may be typing or hold the focus
     */
    public void follow(Component page, Runnable readAgain) {
        follow(page, news -> true, readAgain);
    }

    /** As {@link #follow(Component, Runnable)}, for the page of one connector or instance. */
    public void follow(Component page, AccessId access, Runnable readAgain) {
        follow(page, news -> news.concerns(access), readAgain);
    }

    private void follow(Component page, Predicate<StatusNews> concerns, Runnable readAgain) {
        var following = new Following(currentViewer.viewer().companyId(), concerns, readAgain);
        page.addAttachListener(attached -> following.start(attached.getUI()));
        page.addDetachListener(detached -> following.stop());
        page.getUI().ifPresent(following::start);
    }

    private final class Following {

        private final CompanyId company;
        private final Predicate<StatusNews> concerns;
        private final Runnable readAgain;
        private StatusChanges.@Nullable Watch watch;

        Following(CompanyId company, Predicate<StatusNews> concerns, Runnable readAgain) {
            this.company = company;
            this.concerns = concerns;
            this.readAgain = readAgain;
        }

        void start(UI ui) {
            stop();
            watch = changes.watch(company, news -> {
                if (concerns.test(news)) {
                    show(ui);
                }
            });
        }

        void stop() {
            if (watch != null) {
                watch.close();
                watch = null;
            }
        }

        /** Waits until it is shown, so that a busy page gathers what is new instead of one task for each change. */
        private void show(UI ui) {
            try {
                ui.access(() -> {
                            if (watch != null) {
                                readAgain.run();
                            }
                        })
                        .get();
                Thread.sleep(PAUSE);
            } catch (UIDetachedException | ExecutionException gone) {
                // Whoever looked has left; or it went wrong, which the page's own error handler has told them.
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
