package io.patchbay.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.patchbay.shared.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
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
    private final List<Shown<T>> shown = new ArrayList<>();
    private @Nullable T last;

    private record Shown<T>(T item, Component tile, ListItem place) {}

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

    /** Shows them as rows, one below the other. */
    public PagedTiles<T> asRows() {
        tiles.setClassName("pb-rows");
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
        page.items().stream().map(this::made).forEach(made -> {
            shown.add(made);
            tiles.add(made.place());
        });
        goOnAfter(page);
    }

    private void goOnAfter(Page<T> page) {
        last = page.items().isEmpty() ? last : page.items().getLast();
        more.setVisible(page.hasNext());
    }

    private Shown<T> made(T item) {
        var made = tile.apply(item);
        return new Shown<>(item, made, new ListItem(made));
    }

    /**
     * Reads again what is shown. Tiles of things that are still there stay where they are and are only brought up to date.
     *
     * @param key what stays the same of a thing, whatever changes about it
     * @param update shows a thing on the tile that it has
     */
    public void readAgain(Function<T, Object> key, BiConsumer<Component, T> update) {
        var before = new HashMap<Object, Shown<T>>();
        shown.forEach(one -> before.put(key.apply(one.item()), one));
        var wanted = shown.size();
        var others = tiles.getComponentCount() - wanted;
        shown.clear();
        last = null;
        do {
            var page = source.after(last, AT_ONCE);
            for (var item : page.items()) {
                var known = before.remove(key.apply(item));
                shown.add(known == null ? made(item) : updated(known, item, update));
            }
            goOnAfter(page);
        } while (more.isVisible() && shown.size() < wanted);
        before.values().forEach(gone -> tiles.remove(gone.place()));
        for (var at = 0; at < shown.size(); at++) {
            putAt(others + at, shown.get(at).place());
        }
    }

    private Shown<T> updated(Shown<T> known, T item, BiConsumer<Component, T> update) {
        if (!item.equals(known.item())) {
            update.accept(known.tile(), item);
        }
        return new Shown<>(item, known.tile(), known.place());
    }

    /** Moves nothing that stands there already, because moving takes the focus away. */
    private void putAt(int index, ListItem place) {
        var there = index < tiles.getComponentCount() ? tiles.getComponentAt(index) : null;
        if (!place.equals(there)) {
            tiles.addComponentAtIndex(index, place);
        }
    }
}
