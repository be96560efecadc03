package io.patchbay.persistence;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database, as lists ask it. */
@Component
public final class Database {

    private final JdbcClient jdbc;
    private final JdbcClient replanning;

    public Database(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.replanning = JdbcClient.create(new Replanning(template));
    }

    /** Plans a statement a few times and then keeps the plan. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Plans a statement each time for its very parameters. For searches by part of a name: the plan that finds a rare name at
     * once reads everything for a common one, so a plan that was kept is up to a hundred times too slow.
     */
    JdbcClient replanning() {
        return replanning;
    }

    private static final class Replanning extends JdbcTemplate {

        Replanning(JdbcTemplate template) {
            super(Objects.requireNonNull(template.getDataSource()));
            setQueryTimeout(template.getQueryTimeout());
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
