package io.patchbay.company.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.company.Company;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Name;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JdbcCompaniesIntegrationTests {

    private final TestTables tables = new TestTables();
    private final JdbcCompanies companies = new JdbcCompanies(tables.jdbc());

    @Test
    void givesBackWhatWasSaved() {
        var saved = companies.save(Company.named(new Name("Acme \ud83d\udd11")));

        assertThat(companies.find(saved.id())).contains(saved);
        assertThat(companies.find(CompanyId.next())).isEmpty();
    }

    @Test
    void givesBackWhatWasChanged() {
        var saved = companies.save(Company.named(new Name("Acme")));

        var renamed = companies.save(saved.renamedTo(new Name("Other")));

        assertThat(companies.find(saved.id())).contains(renamed);
        assertThat(renamed).isEqualTo(new Company(saved.id(), saved.version() + 1, new Name("Other")));
    }

    @Test
    void refusesToOverwriteANewerVersion() {
        var old = companies.save(Company.named(new Name("Acme")));
        companies.save(old);

        assertThatThrownBy(() -> companies.save(old)).isInstanceOf(Contended.class);
    }

    @Test
    void knowsWhetherThereIsOne() {
        assertThat(companies.none()).isTrue();

        companies.save(Company.named(new Name("Acme")));

        assertThat(companies.none()).isFalse();
    }

    @Test
    void registersOneAfterTheOther() throws Exception {
        var together = new CountDownLatch(4);
        Runnable registration = () -> {
            together.countDown();
            tables.inTransaction(() -> {
                companies.lockForRegistration();
                return companies.none() ? companies.save(Company.named(new Name("First"))) : null;
            });
        };

        try (var visitors = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                visitors.submit(registration);
            }
            together.await();
        }

        assertThat(tables.jdbc()
                        .sql("select count(*) from company")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
