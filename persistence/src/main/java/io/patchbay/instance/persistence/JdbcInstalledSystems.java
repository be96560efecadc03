package io.patchbay.instance.persistence;

import io.patchbay.instance.InstalledSystems;
import io.patchbay.persistence.LastWord;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.SystemId;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcInstalledSystems implements InstalledSystems {

    private final JdbcClient jdbc;

    JdbcInstalledSystems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<SystemId> all(CompanyId company) {
        return Set.copyOf(jdbc.sql("select system_slug from installed_system where company_id = ?")
                .param(company.value())
                .query((row, number) -> new SystemId(row.getString("system_slug")))
                .set());
    }

    @Override
    public boolean lock(CompanyId company, SystemId system) {
        // Shared, because many instances may be made at once; only uninstalling has to wait.
        return LastWord.heed(
                "installed_system",
                () -> !jdbc.sql("select 1 from installed_system where company_id = ? and system_slug = ? for share")
                        .params(company.value(), system.slug())
                        .query(Integer.class)
                        .list()
                        .isEmpty());
    }

    @Override
    public void add(CompanyId company, SystemId system, Instant now) {
        jdbc.sql("""
                insert into installed_system (company_id, system_slug, installed_at) values (?, ?, ?)
                on conflict do nothing
                """)
                .params(company.value(), system.slug(), Moments.toColumn(now))
                .update();
    }

    @Override
    public void remove(CompanyId company, SystemId system) {
        LastWord.heed(
                "installed_system",
                () -> jdbc.sql("delete from installed_system where company_id = ? and system_slug = ?")
                        .params(company.value(), system.slug())
                        .update());
    }
}
