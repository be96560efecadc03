import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The PostgreSQL that Patchbay runs in its data directory, as those who may read that directory can reach it. */
record Postgres(long pid, int port, String password) {

    static Postgres of(Path dataDirectory) throws IOException {
        var cluster = dataDirectory.resolve("postgres");
        var lines = Files.readAllLines(cluster.resolve("data/postmaster.pid"));
        return new Postgres(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip()),
                Files.readString(cluster.resolve("patchbay.password")).strip());
    }

    void run(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every row as text by column name. */
    List<Map<String, String>> rows(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, String>>();
            while (found.next()) {
                var row = new LinkedHashMap<String, String>();
                for (var column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.put(found.getMetaData().getColumnLabel(column), found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The first column of every row. */
    List<String> column(String sql) throws SQLException {
        return rows(sql).stream().map(row -> row.values().iterator().next()).toList();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/patchbay?sslmode=disable", "patchbay", password);
    }
}
