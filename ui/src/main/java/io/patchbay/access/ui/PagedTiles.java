package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.shared.Page;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of tiles that grows by keyset as far as its reader wants, and never counts what it does not show.
 *
 * @param <T> what a tile stands for
 */
public final class PagedTiles<T> extends Composite<Div> {

    /** How many tiles come at once. */
    public static final int AT_ONCE = 24;

    private final Source<T> source;
    private final Function<T, Component> tile;
    private final UnorderedList tiles = new UnorderedList();
    private final Button more = new Button(getTranslation("common.more"), click -> grow());
    private @Nullable T last;

    /** Where the tiles' things come from. */
    @FunctionalInterface
    public interface Source<T> {

        /** The next of them after the last that was given; null: the first. */
        Page<T> after(@Nullable T last, int size);
    }

    public PagedTiles(String label, Source<T> source, Function<T, Component> tile) {
        this.source = source;
        this.tile = tile;
        tiles.addClassName("pb-tiles");
        tiles.getElement().setAttribute("aria-label", label);
        more.addClassName("pb-more");
        getContent().add(tiles, more);
        fetch();
    }

    /** Puts a tile in front of all others, such as the one that adds something. */
    public PagedTiles<T> startingWith(Component first) {
        tiles.addComponentAsFirst(new ListItem(first));
        return this;
    }

    /** Whether the source had nothing at all. */
    public boolean isEmpty() {
        return last == null;
    }

    private void grow() {
        var before = tiles.getComponentCount();
        fetch();
        // The button may be gone now, so whoever pressed it by keyboard goes on at the first new tile.
        if (tiles.getComponentCount() > before) {
            tiles.getComponentAt(before).getElement().executeJs("this.querySelector('a')?.focus()");
        }
    }

    private void fetch() {
        var page = source.after(last, AT_ONCE);
        page.items().forEach(item -> tiles.add(new ListItem(tile.apply(item))));
        last = page.items().isEmpty() ? last : page.items().getLast();
        more.setVisible(page.hasNext());
    }
}
