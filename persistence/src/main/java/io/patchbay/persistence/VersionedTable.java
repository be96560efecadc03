package io.patchbay.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes rows that have a company, an id and a version, so that nobody overwrites what somebody else changed.
 *
 * @param table its name, which also tells people what was contended
 */
public record VersionedTable(JdbcClient jdbc, String table) {

    /**
     * Writes the row and gives its new version.
     *
     * @throws io.patchbay.shared.Contended where somebody else was faster
     */
    public int save(VersionedRow row) {
        LastWord.heedOne(table, () -> row.version() == 0 ? insert(row) : update(row));
        return row.version() + 1;
    }

    /**
     * Deletes the row of this version.
     *
     * @throws io.patchbay.shared.Contended where somebody else was faster, or other rows point to it
     */
    public void remove(UUID company, UUID id, int version) {
        LastWord.heedOne(
                table,
                () -> jdbc.sql("delete from " + table + " where company_id = ? and id = ? and version = ?")
                        .params(company, id, version)
                        .update());
    }

    private int insert(VersionedRow row) {
        var columns = row.columns();
        columns.putAll(row.columnsAtBirth());
        return jdbc.sql("insert into %s (%s, company_id, id, version) values (%s, ?, ?, 1)"
                        .formatted(table, String.join(", ", columns.keySet()), "?, ".repeat(columns.size() - 1) + "?"))
                .params(parameters(columns, row.companyId(), row.id()))
                .update();
    }

    private int update(VersionedRow row) {
        var columns = row.columns();
        var assignments = columns.keySet().stream().map(it -> it + " = ?").collect(Collectors.joining(", "));
        return jdbc.sql("update %s set %s, version = version + 1 where company_id = ? and id = ? and version = ?"
                        .formatted(table, assignments))
                .params(parameters(columns, row.companyId(), row.id(), row.version()))
                .update();
    }

    private static List<@Nullable Object> parameters(SequencedMap<String, @Nullable Object> columns, Object... keys) {
        var parameters = new ArrayList<@Nullable Object>(columns.values());
        parameters.addAll(List.of(keys));
        return parameters;
    }
}
