package io.patchbay.persistence;

import java.util.Objects;

/**
 * The rows of a list that have a text in their name. The planner is asked for nothing here that it would have to guess, such as
 * how common a text is and where: the statement is planned once for all texts, and each step of it reads a bounded part.
 *
 * <p>First come the first rows of the list in its own order: what is common is found among them, and a list that has no more
 * than these is known whole. Then come the chapters, which are ids of twelve days each. The index of the parts of names has
 * each part once for each chapter, so that in the order of birth nothing is read beyond the chapter that fills the page,
 * however many older or younger names have the text.
 *
 * @param filter with a text
 */
record TextSearch(String table, Filter filter) {

    /** How many rows are read before the index is asked. One name in fifty that has the text fills a page. */
    private static final int FIRST = 1_000;

    /** A derived table of the ids of at most {@code limit} rows, the first in this order, in any order. */
    String ids(Sorting sorting, int limit) {
        var text = Objects.requireNonNull(filter.text());
        var order = " order by " + sorting.sql() + " limit " + limit;
        var rows = table + " it where " + filter.conditionButText();
        // Behind "offset 0" the planner has no choice but the index of parts: by what it expects of the other
        // conditions, which
        // is a guess as well, it would walk through all that they leave, in each chapter.
        return """
                (with first as materialized (
                    select it.id from (select it.* from %1$s order by %2$s limit %3$d) it where %4$s%5$s),
                known as materialized (
                    select (select count(*) from first) = %6$d or not exists (select from %1$s offset %3$d) as whole)
                select id from first where (select whole from known)
                union all
                (select it.id
                from generate_series(%7$s, %8$s, %9$d) chapter
                    cross join lateral (
                        select it.* from (
                            select it.* from %10$s it
                            where name_parts(it.company_id, search_chapter(it.id), it.name) @> text_parts(%11$s, chapter, %12$s)
                            offset 0) it
                        where %13$s%5$s) it
                where not (select whole from known)%14$s))
                """.formatted(
                        rows,
                        sorting.sql(),
                        FIRST,
                        text.condition(),
                        order,
                        limit,
                        chapter(sorting.ascending()),
                        chapter(!sorting.ascending()),
                        sorting.ascending() ? 1 : -1,
                        table,
                        filter.company(),
                        text.value(),
                        filter.condition(),
                        sorting.byBirth() ? " limit " + limit : order);
    }

    /** The chapter of the first or last id. */
    private String chapter(boolean first) {
        return "(select search_chapter(it.id) from " + table + " it where " + filter.conditionOnIds()
                + " order by it.id" + (first ? " asc" : " desc") + " limit 1)";
    }
}
