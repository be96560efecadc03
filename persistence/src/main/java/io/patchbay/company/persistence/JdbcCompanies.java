package io.patchbay.company.persistence;

import io.patchbay.company.Companies;
import io.patchbay.company.Company;
import io.patchbay.persistence.LastWord;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCompanies implements Companies {

    private static final long REGISTRATION = 2_026_112_201;

    private final JdbcClient jdbc;

    JdbcCompanies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Company> find(CompanyId id) {
        return jdbc.sql("select id, version, name from company where id = ?")
                .param(id.value())
                .query(JdbcCompanies::read)
                .optional();
    }

    @Override
    public boolean none() {
        return jdbc.sql("select not exists (select from company)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isFirst(CompanyId id) {
        // Ids are made in the order of time.
        return jdbc.sql("select id = ? from company order by id limit 1")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void lockForRegistration() {
        // There may be no row to lock yet. The cast is for the driver, which cannot read PostgreSQL's void.
        jdbc.sql("select cast(pg_advisory_xact_lock(?) as text)")
                .param(REGISTRATION)
                .query(String.class)
                .list();
    }

    @Override
    public Company save(Company company) {
        LastWord.heedOne("company", () -> company.version() == 0 ? insert(company) : update(company));
        return new Company(company.id(), company.version() + 1, company.name());
    }

    private int insert(Company company) {
        return jdbc.sql("insert into company (id, version, name) values (?, 1, ?)")
                .params(company.id().value(), company.name().value())
                .update();
    }

    private int update(Company company) {
        return jdbc.sql("update company set name = ?, version = version + 1 where id = ? and version = ?")
                .params(company.name().value(), company.id().value(), company.version())
                .update();
    }

    private static Company read(ResultSet row, int number) throws SQLException {
        return new Company(
                new CompanyId(row.getObject("id", UUID.class)), row.getInt("version"), new Name(row.getString("name")));
    }
}
