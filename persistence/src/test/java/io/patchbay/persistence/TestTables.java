package io.patchbay.persistence;

import io.patchbay.company.CompanyGroupId;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.PersonId;
import io.patchbay.postgres.persistence.TestDatabases;
import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with all tables, and the rows that others point to. */
public final class TestTables {

    /** Of microseconds, as the database keeps them. */
    public static final Instant NOW = Instant.parse("2026-11-22T14:30:15.123456Z");

    private final DataSource dataSource = TestDatabases.migrated().dataSource();
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /** Does something that never happened. */
    public void inVain(Runnable work) {
        transactions.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /** Connections as they are asked for, without a pool. */
    public DataSource dataSource() {
        return dataSource;
    }

    public CompanyId company() {
        var id = CompanyId.next();
        jdbc().sql("insert into company (id, version, name) values (?, 1, 'Acme')")
                .param(id.value())
                .update();
        return id;
    }

    public CompanyGroupId group(CompanyId company) {
        var id = CompanyGroupId.next();
        jdbc().sql("insert into company_group (company_id, id, version, name, created_at) values (?, ?, 1, ?, ?)")
                .params(company.value(), id.value(), "Group " + id.value(), Moments.toColumn(NOW))
                .update();
        return id;
    }

    public ApiTokenId apiToken(CompanyId company) {
        var id = ApiTokenId.next();
        jdbc().sql("insert into api_token (company_id, id, name, token_hash, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        company.value(),
                        id.value(),
                        "Program",
                        id.value().toString().replace("-", "").repeat(2),
                        Moments.toColumn(NOW))
                .update();
        return id;
    }

    public PersonId person(CompanyId company) {
        var id = PersonId.next();
        jdbc().sql("""
                insert into person (company_id, id, version, name, email, password_hash, created_at)
                values (?, ?, 1, 'Anna', ?, '{test}', ?)
                """)
                .params(company.value(), id.value(), id.value() + "@acme.example", Moments.toColumn(NOW))
                .update();
        return id;
    }
}
