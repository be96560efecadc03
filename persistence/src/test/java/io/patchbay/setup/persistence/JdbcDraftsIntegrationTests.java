package io.patchbay.setup.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.access.DateFormat;
import io.patchbay.access.TimeZone;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.credential.Credentials;
import io.patchbay.persistence.TestTables;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Name;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcDraftsIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant NOW = TestTables.NOW;
    private static final TimeAndDate TIME_AND_DATE =
            new TimeAndDate(new TimeZone(ZoneId.of("America/New_York")), new DateFormat("yyyy-MM-dd"), null);

    private final JdbcDrafts drafts = new JdbcDrafts(TABLES.jdbc());
    private final CompanyId company = TABLES.company();
    private final DraftOwner owner = new DraftOwner.OfPerson(TABLES.person(company));

    static Stream<Answers> answers() {
        var general = new General(new Name("Shop"), CompanyGroupId.next(), Environment.LIVE);
        return Stream.of(
                new Answers(SetupKind.CONNECTOR, null, null, null),
                new Answers(SetupKind.CONNECTOR, general, null, null),
                new Answers(SetupKind.CONNECTOR, general, TIME_AND_DATE, null),
                new Answers(SetupKind.CONNECTOR, general, TIME_AND_DATE, Credentials.none("api-key")),
                new Answers(SetupKind.CONNECTOR, general, TIME_AND_DATE, TestAccess.credentials()),
                new Answers(
                        SetupKind.INSTANCE,
                        new General(new Name("Shop"), null, Environment.TEST),
                        new TimeAndDate(TimeZone.UTC, DateFormat.ISO_8601, new RateLimit(7, RateLimit.Unit.HOUR)),
                        TestAccess.credentials()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void giveBackWhatWasSaved(Answers answers) {
        var draft = draft(answers, NOW);

        var saved = drafts.save(draft);

        assertThat(drafts.find(company, owner, draft.id())).contains(saved);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(draft);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void giveBackWhatWasChanged(Answers answers) {
        var started = drafts.save(Draft.started(company, owner, answers.kind(), new SystemId("shop"), NOW));

        var changed = drafts.save(answers.of(started, NOW.plusSeconds(9)));

        assertThat(drafts.find(company, owner, started.id())).contains(changed);
        assertThat(changed.version()).isEqualTo(started.version() + 1);
    }

    @Test
    void refuseToOverwriteANewerVersion() {
        var old = drafts.save(draft(NOW));
        drafts.save(old);

        assertThatThrownBy(() -> drafts.save(old)).isInstanceOf(Contended.class);
        assertThatThrownBy(() -> drafts.remove(old)).isInstanceOf(Contended.class);
    }

    @Test
    void listThoseTouchedLaterTheLastTouchedFirst() {
        var older = drafts.save(draft(NOW.minusSeconds(1)));
        var newer = drafts.save(draft(NOW));
        drafts.save(draft(NOW.minusSeconds(2)));

        assertThat(drafts.of(company, owner, NOW.minusSeconds(2), 10)).containsExactly(newer, older);
        assertThat(drafts.of(company, owner, NOW.minusSeconds(2), 1)).containsExactly(newer);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void leadThroughPagesInTheOrderAskedFor(Order order, List<Integer> expected) {
        var started = List.of(draft(NOW.plusSeconds(3)), draft(NOW.plusSeconds(2)), draft(NOW.plusSeconds(3)));
        started.forEach(drafts::save);
        drafts.save(draft(NOW.minusSeconds(2)));

        var found = new ArrayList<DraftId>();
        Page.Place from = null;
        Page<Draft> page;
        do {
            page = drafts.page(company, owner, SetupKind.CONNECTOR, NOW, new Page.Request(1, order, from, false));
            page.items().forEach(draft -> found.add(draft.id()));
            from = page.items().getLast().place(order);
        } while (page.hasNext());

        assertThat(found)
                .isEqualTo(expected.stream().map(at -> started.get(at).id()).toList());
        assertThat(drafts.count(company, owner, null, NOW).value()).isEqualTo(3);
        assertThat(drafts.count(company, owner, SetupKind.INSTANCE, NOW).value())
                .isZero();
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(Order.NEWEST_FIRST, List.of(2, 1, 0)),
                Arguments.of(Order.ascending(Order.By.BIRTH), List.of(0, 1, 2)),
                Arguments.of(Order.descending(Order.By.CHANGE), List.of(2, 0, 1)),
                Arguments.of(Order.ascending(Order.By.CHANGE), List.of(1, 0, 2)));
    }

    @Test
    void listThoseOfAnybodyThatWereNotTouchedSince() {
        var longAgo = Instant.parse("2001-01-01T00:00:00Z");
        var expired = drafts.save(draft(longAgo));
        var justExpired = drafts.save(draft(longAgo.plusSeconds(1)));
        drafts.save(draft(longAgo.plusSeconds(2)));

        assertThat(drafts.untouchedSince(longAgo.plusSeconds(1), 10)).containsExactly(expired, justExpired);
        assertThat(drafts.untouchedSince(longAgo.plusSeconds(1), 1)).containsExactly(expired);
    }

    @Test
    void areGoneAfterTheirRemoval() {
        var saved = drafts.save(draft(NOW));

        drafts.remove(saved);

        assertThat(drafts.find(company, owner, saved.id())).isEmpty();
        assertThatThrownBy(() -> drafts.remove(saved)).isInstanceOf(Contended.class);
    }

    @Test
    void areDestroyedByOneNodeOnly() {
        var expired = drafts.save(draft(NOW));

        var elsewhere = TABLES.inTransaction(() -> {
            assertThat(drafts.untouchedSince(NOW, 100)).contains(expired);
            return CompletableFuture.supplyAsync(() -> TABLES.inTransaction(() -> drafts.untouchedSince(NOW, 100)))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void areInvisibleToOthers() {
        var saved = drafts.save(draft(NOW));
        var colleague = new DraftOwner.OfPerson(TABLES.person(company));
        var stranger = TABLES.company();

        assertThat(drafts.findAll(company, owner, List.of(saved.id()))).containsExactly(saved);
        assertThat(drafts.findAll(company, colleague, List.of(saved.id()))).isEmpty();
        assertThat(drafts.page(company, colleague, null, Instant.EPOCH, Page.Request.first(10))
                        .items())
                .isEmpty();
        assertThat(drafts.find(company, colleague, saved.id())).isEmpty();
        assertThat(drafts.of(company, colleague, Instant.EPOCH, 10)).isEmpty();
        assertThat(drafts.find(stranger, owner, saved.id())).isEmpty();
        assertThat(drafts.of(stranger, owner, Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    void mayBelongToAProgram() {
        var program = new DraftOwner.OfToken(TABLES.apiToken(company));
        var saved = drafts.save(Draft.started(company, program, SetupKind.CONNECTOR, new SystemId("shop"), NOW));

        assertThat(saved.owner()).isEqualTo(program);
        assertThat(drafts.find(company, program, saved.id())).contains(saved);
        assertThat(drafts.of(company, program, Instant.EPOCH, 10)).containsExactly(saved);
        assertThat(drafts.find(company, owner, saved.id())).isEmpty();
    }

    @Test
    void cannotBelongToAnybodyOfAnotherCompany() {
        var elsewhere = TABLES.company();
        var stranger = new DraftOwner.OfPerson(TABLES.person(elsewhere));
        var program = new DraftOwner.OfToken(TABLES.apiToken(elsewhere));

        assertThatThrownBy(() ->
                        drafts.save(Draft.started(company, stranger, SetupKind.CONNECTOR, new SystemId("shop"), NOW)))
                .isInstanceOf(Contended.class);
        assertThatThrownBy(() ->
                        drafts.save(Draft.started(company, program, SetupKind.CONNECTOR, new SystemId("shop"), NOW)))
                .isInstanceOf(Contended.class);
    }

    private Draft draft(Instant touchedAt) {
        return draft(new Answers(SetupKind.CONNECTOR, null, null, null), touchedAt);
    }

    private Draft draft(Answers answers, Instant touchedAt) {
        var started = Draft.started(company, owner, answers.kind(), new SystemId("shop"), NOW.minusSeconds(60));
        return answers.of(started, touchedAt);
    }

    /** How far a wizard got. */
    record Answers(
            SetupKind kind,
            @Nullable General general,
            @Nullable TimeAndDate timeAndDate,
            @Nullable Credentials credentials) {

        Draft of(Draft started, Instant touchedAt) {
            return new Draft(
                    started.id(),
                    started.version(),
                    started.companyId(),
                    started.owner(),
                    kind,
                    started.system(),
                    general,
                    timeAndDate,
                    credentials,
                    started.startedAt(),
                    touchedAt);
        }
    }
}
