package io.patchbay.history.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.history.CheckHistory.Part;
import io.patchbay.history.CheckPeriod;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.system.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcCheckHistoryIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant START = TestTables.NOW;
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc = TABLES.jdbc();
    private final JdbcCheckHistory history = new JdbcCheckHistory(TABLES.jdbc());
    private final SystemAccessTable table = new SystemAccessTable(jdbc, AccessKind.CONNECTOR);
    private final CompanyId company = TABLES.company();
    private final Map<String, Object> group =
            Map.of("company_group_id", TABLES.group(company).value());
    private SystemAccess shop = save("shop");

    @Test
    void beginsWithNobodyHavingLooked() {
        assertThat(periods())
                .singleElement()
                .isEqualTo(new CheckPeriod(
                        shop.id(),
                        1,
                        true,
                        AccessStatus.NOT_CHECKED,
                        null,
                        shop.createdAt(),
                        null,
                        shop.createdAt(),
                        false,
                        0,
                        null,
                        null));
    }

    @Test
    void beginsWithTheCheckThatWasMadeBeforeItWasCreated() {
        shop = table.save(
                TestAccess.access(company, "other", "Other", Environment.LIVE, AccessStatus.OPERATIONAL),
                Map.copyOf(group));

        assertThat(periods()).singleElement().satisfies(first -> {
            assertThat(first.status()).isEqualTo(AccessStatus.OPERATIONAL);
            assertThat(first.begunAt()).isEqualTo(START);
            assertThat(first.checks()).isOne();
            assertThat(first.slowest()).isEqualTo(Duration.ofMillis(321));
        });
    }

    @Test
    void keepsNoRowForAnHourWithoutNews() {
        TABLES.transactions()
                .executeWithoutResult(fast -> IntStream.range(0, 90 * 24)
                        .forEach(hour -> found(operational(START.plus(HOUR.multipliedBy(hour)), 100 + hour))));

        assertThat(rows()).isOne();
        assertThat(periods().getFirst())
                .isEqualTo(new CheckPeriod(
                        shop.id(),
                        2,
                        true,
                        AccessStatus.OPERATIONAL,
                        null,
                        START,
                        START.plus(HOUR.multipliedBy(90 * 24 - 1)),
                        START.plus(HOUR.multipliedBy(90 * 24 - 1)).plus(Duration.ofMinutes(90)),
                        false,
                        90 * 24,
                        Duration.ofMillis(100),
                        Duration.ofMillis(100 + 90 * 24 - 1)));
    }

    @Test
    void keepsEveryChangeOfStatusOrReasonWithItsTime() {
        found(operational(at(0), 10));
        found(failed(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT, at(1)));
        found(failed(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS, at(2)));
        found(operational(at(3), 20));

        assertThat(periods())
                .extracting(CheckPeriod::status, CheckPeriod::reason, CheckPeriod::begunAt, CheckPeriod::knownUntil)
                .containsExactly(
                        tuple(AccessStatus.OPERATIONAL, null, at(3), at(3).plus(Duration.ofMinutes(90))),
                        tuple(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS, at(2), at(3)),
                        tuple(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT, at(1), at(2)),
                        tuple(AccessStatus.OPERATIONAL, null, at(0), at(1)),
                        tuple(AccessStatus.NOT_CHECKED, null, shop.createdAt(), at(0)));
        assertThat(periods()).allMatch(CheckPeriod::change);
    }

    @Test
    void doesNotClaimToKnowWhatNobodyLookedAt() {
        found(operational(at(0), 10));
        found(operational(at(8), 10));

        assertThat(periods().getFirst().change()).isFalse();
        assertThat(periods().get(1).knownUntil()).isEqualTo(at(0).plus(Duration.ofMinutes(90)));
    }

    @Test
    void takesAResultForTrueAsLongAsWhoeverWroteItSays() {
        jdbc.sql(
                        "update system_access set status = 'FAILED_AUTHENTICATION', checked_at = ?, check_holds_until = ? where id = ?")
                .params(
                        Moments.toColumn(at(0)),
                        Moments.toColumn(at(36)),
                        shop.id().value())
                .update();
        found(failed(AccessStatus.FAILED_AUTHENTICATION, null, at(24)));

        assertThat(periods().getFirst().checks()).isEqualTo(2);
        // Who does not say means as long as the one before.
        assertThat(periods().getFirst().knownUntil()).isEqualTo(at(24 + 36));

        found(operational(at(25), 10));
        assertThat(periods().getFirst().knownUntil()).isEqualTo(at(25).plus(Duration.ofMinutes(90)));
    }

    @Test
    void replacedCredentialsEndWhatWasKnown() {
        found(operational(Instant.now().minusSeconds(60), 10));
        jdbc.sql("update system_access set period_began_at = now() - interval '1 day'")
                .update();

        shop = table.save(shop.withReplaced(TestAccess.credentials(), START), Map.copyOf(group));

        assertThat(periods().getFirst().status()).isEqualTo(AccessStatus.NOT_CHECKED);
        assertThat(periods().getFirst().begunAt()).isBetween(Instant.now().minusSeconds(50), Instant.now());
        assertThat(periods().get(1).knownUntil()).isEqualTo(periods().getFirst().begunAt());
    }

    @Test
    void otherSettingsLeaveItAlone() {
        found(operational(at(0), 10));

        shop = table.save(
                shop.changedTo(
                        shop.name(),
                        shop.timeZone(),
                        TestAccess.access(company, "a", "A", Environment.LIVE).dateFormat(),
                        START),
                Map.copyOf(group));

        assertThat(periods()).hasSize(2);
        assertThat(periods().getFirst().checks()).isOne();
    }

    @Test
    void aResultThatComesLateStaysInTheOrderOfNumbers() {
        found(operational(at(2), 10));
        found(failed(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT, at(1)));

        assertThat(periods()).extracting(CheckPeriod::number).containsExactly(3, 2, 1);
        assertThat(periods().getFirst().begunAt()).isEqualTo(at(2));
        assertThat(periods()).allMatch(period -> !period.knownUntil().isBefore(period.begunAt()));
    }

    @Test
    void nothingIsLeftOfWhatIsRemoved() {
        found(operational(at(0), 10));
        found(failed(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT, at(1)));

        table.remove(shop);

        assertThat(rows()).isZero();
        assertThat(periods()).isEmpty();
    }

    @Test
    void whatIsRolledBackNeverHappened() {
        TABLES.inVain(() -> found(operational(at(0), 10)));

        assertThat(periods()).hasSize(1);
        assertThat(rows()).isZero();
    }

    @Test
    void walksThroughThePagesOfSeveralAtOnce() {
        found(operational(at(0), 10));
        found(operational(at(9), 10));
        found(failed(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT, at(10)));
        var first = shop;
        shop = save("other");

        var pages = history.pages(company, Set.of(first.id(), shop.id()), new Part(2, null, false, false));
        assertThat(pages.get(first.id()).items())
                .extracting(CheckPeriod::number)
                .containsExactly(4, 3);
        assertThat(pages.get(first.id()).hasNext()).isTrue();
        assertThat(pages.get(shop.id()).items()).hasSize(1);
        assertThat(pages.get(shop.id()).hasNext()).isFalse();

        assertThat(numbers(first, new Part(2, 3, false, false))).containsExactly(2, 1);
        assertThat(numbers(first, new Part(2, 1, true, false))).containsExactly(3, 2);
        assertThat(numbers(first, new Part(3, null, true, false))).containsExactly(3, 2, 1);
        assertThat(numbers(first, new Part(3, null, false, true))).containsExactly(4, 2, 1);
    }

    @Test
    void countsThem() {
        found(operational(at(0), 10));
        found(operational(at(9), 10));

        assertThat(history.counts(company, Set.of(shop.id()), false)).containsEntry(shop.id(), new Count(3, true));
        assertThat(history.counts(company, Set.of(shop.id()), true)).containsEntry(shop.id(), new Count(2, true));
    }

    @Test
    void showsNothingToOtherCompanies() {
        found(operational(at(0), 10));
        var other = TABLES.company();

        assertThat(history.pages(other, Set.of(shop.id()), new Part(9, null, false, false)))
                .isEmpty();
        assertThat(read(other, at(-100))).isEmpty();
    }

    @Test
    void readsWhatWasKnownSinceAMomentInTheOrderOfTime() {
        found(operational(at(0), 10));
        found(failed(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT, at(1)));
        found(operational(at(2), 10));

        assertThat(read(company, at(1))).extracting(CheckPeriod::number).containsExactly(3, 4);
        assertThat(TABLES.inTransaction(() -> read(company, at(-100))))
                .extracting(CheckPeriod::number)
                .containsExactly(1, 2, 3, 4);
    }

    private List<CheckPeriod> read(CompanyId whose, Instant since) {
        var found = new ArrayList<CheckPeriod>();
        history.read(whose, Set.of(shop.id()), since, found::add);
        return found;
    }

    private List<Integer> numbers(SystemAccess access, Part part) {
        return history.pages(company, Set.of(access.id()), part).get(access.id()).items().stream()
                .map(CheckPeriod::number)
                .toList();
    }

    private List<CheckPeriod> periods() {
        var pages = history.pages(company, Set.<AccessId>of(shop.id()), new Part(100, null, false, false));
        return pages.isEmpty() ? List.of() : pages.get(shop.id()).items();
    }

    private int rows() {
        return jdbc.sql("select count(*) from check_period where access_id = ?")
                .param(shop.id().value())
                .query(Integer.class)
                .single();
    }

    /** Writes a result as anybody might, who knows nothing of the history. */
    private void found(Check check) {
        jdbc.sql(
                        "update system_access set status = ?, check_reason = ?, check_latency_ms = ?, checked_at = ? where id = ?")
                .params(Arrays.asList(
                        check.status().name(),
                        check.reason() == null ? null : check.reason().name(),
                        check.latency() == null ? null : (int) check.latency().toMillis(),
                        Moments.toColumn(check.checkedAt()),
                        shop.id().value()))
                .update();
    }

    private static Check operational(Instant at, int millis) {
        return new Check(AccessStatus.OPERATIONAL, null, null, Duration.ofMillis(millis), at);
    }

    private static Check failed(AccessStatus status, @Nullable CheckReason reason, Instant at) {
        return new Check(status, reason, null, null, at);
    }

    private static Instant at(int hour) {
        return START.plus(HOUR.multipliedBy(hour));
    }

    private SystemAccess save(String system) {
        return table.save(
                TestAccess.access(company, system, "Shop", Environment.LIVE, AccessStatus.NOT_CHECKED),
                Map.copyOf(group));
    }
}
