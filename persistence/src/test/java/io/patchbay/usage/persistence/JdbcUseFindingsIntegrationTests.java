package io.patchbay.usage.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.access.persistence.SystemAccessRow;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.Environment;
import io.patchbay.usage.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcUseFindingsIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    /** Not in the future, which the database would see. */
    private static final Instant BEGIN =
            Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MICROS);

    private final SystemAccessTable table = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR);
    private final JdbcUseFindings findings = new JdbcUseFindings(TABLES.jdbc());
    private final CompanyId company = TABLES.company();

    @Test
    void aFailureMovesWhatWasOperationalAndSaysWhyAndHasItCheckedAtOnce() {
        var access = checked(AccessStatus.OPERATIONAL);

        tell(access, 10, new Use.Failed(CheckReason.DNS));

        assertThat(stored(access))
                .isEqualTo(new Check(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS, "A hint", null, at(10)));
        assertThat(nextCheck(access)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRefusalMovesWhatWasOperationalOrUnreachable() {
        var operational = checked(AccessStatus.OPERATIONAL);
        var unreachable = checked(AccessStatus.SYSTEM_UNREACHABLE);

        tell(operational, 10, new Use.Answered(401));
        tell(unreachable, 10, new Use.Answered(401));

        assertThat(status(operational)).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
        assertThat(status(unreachable)).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, 200, OPERATIONAL",
        "OPERATIONAL, 403, OPERATIONAL",
        "OPERATIONAL, 404, OPERATIONAL",
        "OPERATIONAL, 429, OPERATIONAL",
        "OPERATIONAL, 500, OPERATIONAL",
        "NOT_CHECKED, 204, OPERATIONAL",
        "NOT_CHECKED, 404, NOT_CHECKED",
        "NOT_CHECKED, 500, NOT_CHECKED",
        "SYSTEM_UNREACHABLE, 200, OPERATIONAL",
        "SYSTEM_UNREACHABLE, 304, OPERATIONAL",
        "SYSTEM_UNREACHABLE, 302, SYSTEM_UNREACHABLE",
        "SYSTEM_UNREACHABLE, 429, SYSTEM_UNREACHABLE",
        "SYSTEM_UNREACHABLE, 500, SYSTEM_UNREACHABLE",
        "FAILED_AUTHENTICATION, 200, FAILED_AUTHENTICATION",
        "FAILED_AUTHENTICATION, 429, FAILED_AUTHENTICATION",
        "FAILED_AUTHENTICATION, 500, FAILED_AUTHENTICATION",
        "NEEDS_RECONNECT, 200, NEEDS_RECONNECT"
    })
    void anAnswerMovesWhatItProvesAndNothingElse(AccessStatus before, int answer, AccessStatus after) {
        var access = checked(before);

        tell(access, 10, new Use.Answered(answer));

        assertThat(status(access)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, 500, true",
        "OPERATIONAL, 404, false",
        "OPERATIONAL, 429, false",
        "SYSTEM_UNREACHABLE, 404, true",
        "SYSTEM_UNREACHABLE, 429, true",
        "SYSTEM_UNREACHABLE, 500, false",
        "FAILED_AUTHENTICATION, 200, true",
        "FAILED_AUTHENTICATION, 404, false",
        "FAILED_AUTHENTICATION, 401, false",
        "NEEDS_RECONNECT, 200, true"
    })
    void whatAnAnswerOnlyMakesLikelyIsCheckedAtOnce(AccessStatus before, int answer, boolean soon) {
        var access = checked(before);

        tell(access, 10, new Use.Answered(answer));

        assertThat(nextCheck(access).compareTo(Duration.ofSeconds(5)) < 0).isEqualTo(soon);
    }

    @Test
    void checksThatUsesAskForKeepTheirDistance() {
        var doubted = checked(AccessStatus.OPERATIONAL);
        var refused = checked(AccessStatus.FAILED_AUTHENTICATION);
        ranJustNow(doubted);
        ranJustNow(refused);

        tell(doubted, 10, new Use.Answered(503));
        tell(refused, 10, new Use.Answered(200));

        assertThat(nextCheck(doubted)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(nextCheck(refused)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void whatAUseToldAUseTakesBack() {
        var unreachable = checked(AccessStatus.OPERATIONAL);
        var refused = checked(AccessStatus.OPERATIONAL);
        tell(unreachable, 10, new Use.Failed(CheckReason.REFUSED));
        tell(refused, 10, new Use.Answered(401));

        tell(unreachable, 11, new Use.Answered(404));
        tell(refused, 11, new Use.Answered(200));

        assertThat(status(unreachable)).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(status(refused)).isEqualTo(AccessStatus.OPERATIONAL);
    }

    @Test
    void aFailureIsBelievedOnceAnHourAndAfterThatACheckHasItsSay() {
        var access = checked(AccessStatus.OPERATIONAL);
        tell(access, 10, new Use.Answered(401));
        tell(access, 11, new Use.Answered(200));

        tell(access, 12, new Use.Answered(401));
        assertThat(status(access)).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(nextCheck(access)).isLessThan(Duration.ofSeconds(5));

        tell(access, 10 + 3601, new Use.Answered(401));
        assertThat(status(access)).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
    }

    @Test
    void whatEndedEarlierNeverOverwritesWhatEndedLater() {
        var access = checked(AccessStatus.OPERATIONAL);
        tell(access, 20, new Use.Answered(200));

        tell(access, 10, new Use.Failed(CheckReason.REFUSED));
        assertThat(stored(access).checkedAt()).isEqualTo(at(20));
        assertThat(status(access)).isEqualTo(AccessStatus.OPERATIONAL);

        tell(access, 30, new Use.Failed(CheckReason.REFUSED));
        tell(access, 25, new Use.Answered(200));
        assertThat(status(access)).isEqualTo(AccessStatus.SYSTEM_UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessStatus.class,
            names = {"OPERATIONAL", "SYSTEM_UNREACHABLE"})
    void aUseOfCredentialsThatWereReplacedMeanwhileSaysNothing(AccessStatus before) {
        var access = checked(before);
        table.save(access.withReplaced(TestAccess.credentials(), TestTables.NOW), group());

        tell(access, 10, new Use.Answered(401));
        tell(access, 11, new Use.Answered(200));

        assertThat(status(access)).isEqualTo(AccessStatus.NOT_CHECKED);
    }

    @Test
    void aConfirmationPutsTheNextCheckOffAndKeepsWhatTheLastOneSaid() {
        var access = checked(AccessStatus.OPERATIONAL, CheckReason.PERMISSION);
        TABLES.jdbc()
                .sql(
                        "update scheduled_tasks set execution_time = now() + interval '20 minutes' where task_instance = ?")
                .param(task(access))
                .update();

        assertThat(findings.confirm(List.of(finding(access, 10, new Use.Answered(200), false))))
                .isEmpty();

        assertThat(stored(access))
                .isEqualTo(new Check(
                        AccessStatus.OPERATIONAL,
                        CheckReason.PERMISSION,
                        "Wait a while",
                        Duration.ofMillis(321),
                        at(10)));
        assertThat(nextCheck(access)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void aConfirmationDoesNotPutOffACheckThatIsAboutToBegin() {
        var access = checked(AccessStatus.OPERATIONAL);
        tell(access, 10, new Use.Answered(503));

        findings.confirm(List.of(finding(access, 11, new Use.Answered(200), false)));

        assertThat(nextCheck(access)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aConfirmationGivesBackWhatIsNotOperational() {
        var access = checked(AccessStatus.SYSTEM_UNREACHABLE);
        var finding = finding(access, 10, new Use.Answered(200), false);

        assertThat(findings.confirm(List.of(finding))).containsExactly(finding);
        assertThat(status(access)).isEqualTo(AccessStatus.SYSTEM_UNREACHABLE);
    }

    @Test
    void aProofAfterAFailureThatNobodyToldIsCheckedAllTheSame() {
        var access = checked(AccessStatus.OPERATIONAL);

        findings.tell(finding(access, 10, new Use.Answered(200), true));

        assertThat(status(access)).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(nextCheck(access)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void severalNodesAtOnceAgreeOnTheNewestAndDoNotFlap() throws Exception {
        var access = checked(AccessStatus.OPERATIONAL);
        var start = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var ends = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(node -> nodes.submit(() -> {
                        var seconds = new ArrayList<>(
                                IntStream.rangeClosed(1, 100).boxed().toList());
                        Collections.shuffle(seconds, new Random(node));
                        start.await();
                        seconds.forEach(second -> {
                            if (second % 4 == node) {
                                tell(access, second, new Use.Answered(401));
                            } else {
                                findings.confirm(List.of(finding(access, second, new Use.Answered(200), false)))
                                        .forEach(findings::tell);
                            }
                        });
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (var end : ends) {
                end.get();
            }
        }
        tell(access, 101, new Use.Answered(200));

        assertThat(status(access)).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(stored(access).checkedAt()).isEqualTo(at(101));
        assertThat(changesOfStatus(access)).isBetween(0L, 4L);
        assertThat(nextCheck(access)).isLessThan(Duration.ofSeconds(5));
    }

    private static long changesOfStatus(SystemAccess access) {
        return TABLES.jdbc()
                .sql("select count(*) from check_period where access_id = ? and change and number > 1")
                .param(access.id().value())
                .query(Long.class)
                .single();
    }

    private void tell(SystemAccess access, int second, Use.Ending ending) {
        findings.tell(finding(access, second, ending, false));
    }

    private static Finding finding(SystemAccess access, int second, Use.Ending ending, boolean doubted) {
        return new Finding(
                access, new Use(at(second), Duration.ofMillis(42), ending), doubted, "A hint", Duration.ofHours(1));
    }

    private static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }

    private SystemAccess checked(AccessStatus status) {
        return checked(status, null);
    }

    /** One whose next check is not near. */
    private SystemAccess checked(AccessStatus status, @Nullable CheckReason reason) {
        var born = TestAccess.access(company, "shop", "Shop", Environment.LIVE, AccessStatus.NOT_CHECKED);
        var access = table.save(
                status == AccessStatus.NOT_CHECKED
                        ? born
                        : born.checked(new Check(status, reason, "Wait a while", Duration.ofMillis(321), BEGIN)),
                group());
        TABLES.jdbc()
                .sql("update scheduled_tasks set execution_time = now() + interval '1 day' where task_instance = ?")
                .param(task(access))
                .update();
        return access;
    }

    private Map<String, @Nullable Object> group() {
        return Map.of("company_group_id", TABLES.group(company).value());
    }

    private static void ranJustNow(SystemAccess access) {
        TABLES.jdbc()
                .sql("update scheduled_tasks set last_success = now() where task_instance = ?")
                .param(task(access))
                .update();
    }

    private static String task(SystemAccess access) {
        return access.companyId().value() + "/" + access.id().value();
    }

    private static AccessStatus status(SystemAccess access) {
        return read(access).status();
    }

    private static Check stored(SystemAccess access) {
        var check = read(access).lastCheck();
        assertThat(check).isNotNull();
        return check;
    }

    private static SystemAccess read(SystemAccess access) {
        return TABLES.jdbc()
                .sql("select " + SystemAccessRow.COLUMNS + " from system_access it where it.id = ?")
                .param(access.id().value())
                .query((row, number) -> SystemAccessRow.read(row))
                .single();
    }

    private static Duration nextCheck(SystemAccess access) {
        return Duration.between(
                Instant.now(),
                TABLES.jdbc()
                        .sql("select execution_time from scheduled_tasks where task_instance = ?")
                        .param(task(access))
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }
}
