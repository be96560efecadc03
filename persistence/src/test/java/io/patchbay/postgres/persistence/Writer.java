package io.patchbay.postgres.persistence;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** The program that {@link WriterProcess} runs: writes without end, and says so after each commit. */
final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws SQLException {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), Durability.DURABLE);
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(),
                        postgres.username(),
                        postgres.password().reveal());
                var create = connection.createStatement();
                var insert = connection.prepareStatement("insert into entry (id) values (?)")) {
            create.execute(
                    "create table if not exists entry (id uuid primary key, filler text default repeat('x', 2000))");
            while (true) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.executeUpdate();
                System.out.println(id);
            }
        }
    }
}
