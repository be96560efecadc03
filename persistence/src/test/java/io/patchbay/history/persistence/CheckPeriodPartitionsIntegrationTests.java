package io.patchbay.history.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.persistence.Moments;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Ids;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CheckPeriodPartitionsIntegrationTests {

    private static final LocalDate THIS_WEEK =
            LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    private final TestTables tables = new TestTables();
    private final JdbcClient jdbc = tables.jdbc();
    private final JdbcHistoryKeeping history = new JdbcHistoryKeeping(tables.jdbc());
    private final CompanyId company = tables.company();

    @Test
    void thereIsOneForThisWeekAndForThoseToCome() {
        assertThat(partitions())
                .containsExactly(
                        name(THIS_WEEK),
                        name(THIS_WEEK.plusWeeks(1)),
                        name(THIS_WEEK.plusWeeks(2)),
                        name(THIS_WEEK.plusWeeks(3)));

        keep(THIS_WEEK);
        assertThat(whereFrom(THIS_WEEK)).isEqualTo(name(THIS_WEEK));
    }

    @Test
    void withoutOneNothingFailsAndLaterOnItTakesWhatCameMeanwhile() {
        var week = THIS_WEEK.plusWeeks(1);
        jdbc.sql("drop table " + name(week)).update();

        keep(week);
        assertThat(whereFrom(week)).isEqualTo("check_period_default");

        history.keepFor(90);
        assertThat(whereFrom(week)).isEqualTo(name(week));
    }

    @Test
    void thoseWhoseEveryPeriodIsTooOldAreDropped() {
        var old = THIS_WEEK.minusWeeks(14);
        var young = THIS_WEEK.minusWeeks(12);
        make(old);
        make(young);
        keep(old);
        keep(young);

        history.keepFor(90);

        assertThat(partitions()).doesNotContain(name(old)).contains(name(young));
        assertThat(jdbc.sql("select count(*) from check_period")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatNeverHadOneIsForgottenAllTheSame() {
        keep(THIS_WEEK.minusWeeks(20));
        keep(THIS_WEEK.minusWeeks(2));

        history.keepFor(90);

        assertThat(jdbc.sql("select ended_at from check_period")
                        .query(OffsetDateTime.class)
                        .list())
                .singleElement()
                .isEqualTo(Moments.toColumn(moment(THIS_WEEK.minusWeeks(2))));
    }

    @Test
    void anyNumberOfNodesMayDoItAtOnce() throws Exception {
        jdbc.sql("drop table " + name(THIS_WEEK)).update();

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var rounds = IntStream.range(0, 8)
                    .mapToObj(node -> nodes.submit(() -> history.keepFor(90)))
                    .toList();
            for (Future<?> round : rounds) {
                round.get();
            }
        }

        assertThat(partitions()).hasSize(4).contains(name(THIS_WEEK));
    }

    @Test
    void whoWritesMeanwhileWaitsAndDoesNotFail() throws Exception {
        try (var writer = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = writer.submit(() -> IntStream.range(0, 500).forEach(row -> keep(THIS_WEEK)));
            while (!writing.isDone()) {
                jdbc.sql("drop table if exists " + name(THIS_WEEK.plusWeeks(3))).update();
                history.keepFor(90);
            }
            writing.get();
        }

        assertThat(jdbc.sql("select count(*) from check_period")
                        .query(Integer.class)
                        .single())
                .isEqualTo(500);
    }

    private void make(LocalDate week) {
        jdbc.sql("create table %s partition of check_period for values from ('%s 00:00Z') to ('%s 00:00Z')"
                        .formatted(name(week), week, week.plusWeeks(1)))
                .update();
    }

    private void keep(LocalDate week) {
        jdbc.sql("""
                insert into check_period (company_id, access_id, number, change, status, began_at, ended_at, checks)
                values (?, ?, 1, true, 'OPERATIONAL', ?, ?, 1)
                """)
                .params(company.value(), Ids.next(), Moments.toColumn(moment(week)), Moments.toColumn(moment(week)))
                .update();
    }

    private String whereFrom(LocalDate week) {
        return jdbc.sql("select tableoid::regclass::text from check_period where ended_at = ?")
                .param(Moments.toColumn(moment(week)))
                .query(String.class)
                .single();
    }

    private List<String> partitions() {
        return jdbc.sql("""
                select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
                where inhparent = 'check_period'::regclass and relname <> 'check_period_default' order by relname
                """).query(String.class).list();
    }

    private static String name(LocalDate week) {
        return "check_period_" + DateTimeFormatter.BASIC_ISO_DATE.format(week);
    }

    /** A moment in the middle of it. */
    private static Instant moment(LocalDate week) {
        return week.plusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
