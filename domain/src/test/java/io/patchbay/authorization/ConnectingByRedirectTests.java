package io.patchbay.authorization;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static io.patchbay.shared.Refused.onlyRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.SystemAccess;
import io.patchbay.authorization.Authorization.Arrival;
import io.patchbay.authorization.AuthorizationDeparture.Forwarding;
import io.patchbay.authorization.AuthorizationServers.Redeemed;
import io.patchbay.connector.Connector;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.GivenCredential;
import io.patchbay.identity.PersonId;
import io.patchbay.identity.Viewer;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;
import io.patchbay.system.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectingByRedirectTests {

    private static final URI BACK = URI.create("https://patchbay.example/oauth/callback");

    private final RedirectWorld redirect = new RedirectWorld();
    private final TestWorld world = redirect.world;
    private final RedirectWorld.Vendor vendor = redirect.vendor;
    private final Optional<PersonId> anna = Optional.of(world.anna.id());

    @Test
    void makesAConnectorOfADraftTogetherWithItsTokens() {
        var draft = draft("Shop");

        var arrival = done(come(leave(draft)));

        assertThat(arrival.account()).isEqualTo("Corner Shop Berlin");
        assertThat(world.draftSetup.find(draft)).isEmpty();
        var access = connector(arrival).access();
        assertThat(access.name().value()).isEqualTo("Shop");
        assertThat(account(access)).isEqualTo("Corner Shop Berlin");
        assertThat(vendor.returned.getFirst().redirectAddress()).isEqualTo(BACK);
        assertThat(vendor.returned.getFirst().verifier())
                .isEqualTo(vendor.left.getFirst().verifier());
    }

    @Test
    void keepsNoWordByWhichAnAttemptIsRecognised() {
        var key = done(redirect.start.ofDraft(draft("Shop")));
        var forwarding = done(redirect.departure.depart(key, anna, BACK));

        var saved = redirect.start.find(forwarding.id()).orElseThrow().toString();

        assertThat(saved)
                .doesNotContain(key.reveal(), forwarding.binding().reveal())
                .doesNotContain(vendor.left.getFirst().state().reveal())
                .doesNotContain(vendor.left.getFirst().verifier().reveal());
    }

    @Test
    void leavesAVerifierOnlyUntilSomebodyIsBack() {
        var before = world.secrets.size();
        var forwarding = leave(draft("Shop"));
        assertThat(world.secrets.size()).isEqualTo(before + 1);

        vendor.refusal = new Redeemed.Refused("invalid_grant");
        come(forwarding);

        assertThat(world.secrets.size()).isEqualTo(before);
    }

    @Test
    void startsNothingWhileSomethingIsMissing() {
        var draft =
                done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop")).id();
        assertThat(code(redirect.start.ofDraft(draft))).isEqualTo(RefusalCode.STEP_NOT_REACHABLE);

        var withoutShop = draft("Shop", "connect", List.of());
        assertThat(code(redirect.start.ofDraft(withoutShop))).isEqualTo(RefusalCode.CREDENTIAL_REQUIRED);

        var byKey = draft("Shop", "api-key", List.of(given("shop", "my-shop"), given("api_key", "sesame")));
        assertThat(code(redirect.start.ofDraft(byKey))).isEqualTo(RefusalCode.AUTHORIZATION_NOT_NEEDED);
    }

    @Test
    void isNoWayAroundThePersonsYes() {
        assertThat(code(world.draftCreation.create(draft("Shop")))).isEqualTo(RefusalCode.AUTHORIZATION_REQUIRED);
    }

    @Test
    void forwardsOnce() {
        var key = done(redirect.start.ofDraft(draft("Shop")));
        done(redirect.departure.depart(key, anna, BACK));

        assertThat(code(redirect.departure.depart(key, anna, BACK))).isEqualTo(RefusalCode.AUTHORIZATION_USED);
        assertThat(code(redirect.departure.depart(new Secret("made-up"), anna, BACK)))
                .isEqualTo(RefusalCode.AUTHORIZATION_UNKNOWN);
    }

    @Test
    void forwardsForTenMinutes() {
        var key = done(redirect.start.ofDraft(draft("Shop")));
        world.clock.goOn(Duration.ofMinutes(10));

        assertThat(code(redirect.departure.depart(key, anna, BACK))).isEqualTo(RefusalCode.AUTHORIZATION_EXPIRED);
    }

    @Test
    void forwardsOnlyThePersonWhoStarted() {
        var key = done(redirect.start.ofDraft(draft("Shop")));

        assertThat(code(redirect.departure.depart(key, Optional.empty(), BACK)))
                .isEqualTo(RefusalCode.AUTHORIZATION_OTHER_PERSON);
        assertThat(code(redirect.departure.depart(
                        key, Optional.of(world.stranger().id()), BACK)))
                .isEqualTo(RefusalCode.AUTHORIZATION_OTHER_PERSON);
        done(redirect.departure.depart(key, anna, BACK));
    }

    @Test
    void forwardsAnybodyWhomAProgramSends() {
        world.viewer.actAs(
                new Viewer.Program(done(world.apiAccess.create("ERP", null)).token()));
        var key = done(redirect.start.ofDraft(draft("Shop")));
        var forwarding = done(redirect.departure.depart(key, Optional.empty(), BACK));

        assertThat(done(come(forwarding)).kind()).isEqualTo(SetupKind.CONNECTOR);
    }

    @Test
    void createsNothingWhereThePersonSaysNo() {
        var draft = draft("Shop");
        var forwarding = leave(draft);

        var outcome = come(forwarding, Map.of("error", "access_denied"));

        assertThat(code(outcome)).isEqualTo(RefusalCode.AUTHORIZATION_DECLINED);
        isAsBefore(draft);
        assertThat(vendor.returned).isEmpty();
    }

    @Test
    void repeatsTheVendorsWordOnlyWhereItIsOne() {
        assertThat(onlyRefusal(come(leave(draft("Shop")), Map.of("error", "invalid_scope")))
                        .arguments())
                .containsExactly("Corner Shop", "invalid_scope");
        assertThat(onlyRefusal(come(leave(draft("Shop")), Map.of("error", "<b>Call 555-1234</b>")))
                        .arguments())
                .containsExactly("Corner Shop", "?");
    }

    @Test
    void knowsOnlyStatesOfItsOwn() {
        leave(draft("Shop"));

        var landing = redirect.callback.answer(
                Map.of("state", new Secret("made-up"), "code", new Secret("code")), id -> Optional.empty());

        assertThat(landing.authorization()).isNull();
        assertThat(code(landing.outcome())).isEqualTo(RefusalCode.AUTHORIZATION_UNKNOWN);
    }

    @Test
    void takesAnAnswerFromTheBrowserThatLeftOnlyAndLeavesItToThatOne() {
        var forwarding = leave(draft("Shop"));
        var answer = Map.of("state", vendor.left.getLast().state(), "code", new Secret("code"));

        for (var other : List.of(Optional.<Secret>empty(), Optional.of(new Secret("another")))) {
            var landing = redirect.callback.answer(answer, id -> other);
            assertThat(landing.authorization()).isNull();
            assertThat(code(landing.outcome())).isEqualTo(RefusalCode.AUTHORIZATION_OTHER_BROWSER);
        }
        done(come(forwarding));
    }

    @Test
    void takesAnAnswerOnce() {
        var forwarding = leave(draft("Shop"));
        done(come(forwarding));

        assertThat(code(come(forwarding))).isEqualTo(RefusalCode.AUTHORIZATION_USED);
        assertThat(vendor.returned).hasSize(1);
    }

    @Test
    void takesAnAnswerForTenMinutes() {
        var draft = draft("Shop");
        var forwarding = leave(draft);
        world.clock.goOn(Duration.ofMinutes(10));

        assertThat(code(come(forwarding))).isEqualTo(RefusalCode.AUTHORIZATION_EXPIRED);
        isAsBefore(draft);
    }

    @Test
    void keepsTheDraftWhereTheVendorGivesNothing() {
        var draft = draft("Shop");
        vendor.refusal = new Redeemed.Refused("invalid_client");
        assertThat(code(come(leave(draft)))).isEqualTo(RefusalCode.AUTHORIZATION_EXCHANGE_REFUSED);
        vendor.refusal = new Redeemed.Unreachable("TIMEOUT");
        assertThat(code(come(leave(draft)))).isEqualTo(RefusalCode.AUTHORIZATION_SYSTEM_UNREACHABLE);

        isAsBefore(draft);
        vendor.refusal = null;
        done(come(leave(draft)));
    }

    @Test
    void createsNothingWhereThePlaceWasTakenMeanwhile() {
        var draft = draft("Shop");
        vendor.meanwhile = () -> world.shopConnector("Faster");

        assertThat(code(come(leave(draft)))).isEqualTo(RefusalCode.CONNECTOR_ALREADY_EXISTS);

        isAsBefore(draft);
    }

    @Test
    void createsNothingOfADraftThatIsGone() {
        var draft = draft("Shop");
        vendor.meanwhile = () -> world.draftSetup.discard(draft);

        assertThat(code(come(leave(draft)))).isEqualTo(RefusalCode.NOT_FOUND);

        assertThat(world.grants.find(world.acme.id(), credentials(draft))).isEmpty();
    }

    @Test
    void grantsNothingToCredentialsThatWereChangedMeanwhile() {
        var draft = draft("Shop");
        vendor.meanwhile = () -> done(world.draftSetup.answerCredentials(draft, List.of(given("shop", "other-shop"))));

        assertThat(code(come(leave(draft)))).isEqualTo(RefusalCode.AUTHORIZATION_CHANGED);
    }

    @Test
    void connectsAgainAndKeepsEverythingButTheTokens() {
        var first = connector(done(come(leave(draft("Shop")))));
        var old = world.grants
                .find(world.acme.id(), first.access().credentials().id())
                .orElseThrow();

        var arrival =
                done(come(done(redirect.departure.depart(done(redirect.start.ofConnector(first.id())), anna, BACK))));

        assertThat(arrival.access()).isEqualTo(first.id());
        assertThat(arrival.isOtherAccount()).isFalse();
        var again = connector(arrival).access();
        assertThat(again.credentials()).isEqualTo(first.access().credentials());
        assertThat(again.createdAt()).isEqualTo(first.access().createdAt());
        var grant = world.grants.find(world.acme.id(), again.credentials().id()).orElseThrow();
        assertThat(grant.version()).isEqualTo(old.version() + 1);
        assertThat(grant.secrets()).doesNotContainAnyElementsOf(old.secrets());
    }

    @Test
    void saysThatItIsAnotherAccountNow() {
        var first = connector(done(come(leave(draft("Shop")))));
        vendor.account = "Corner Shop Lisbon";

        var arrival =
                done(come(done(redirect.departure.depart(done(redirect.start.ofConnector(first.id())), anna, BACK))));

        assertThat(arrival.isOtherAccount()).isTrue();
        assertThat(arrival.accountBefore()).isEqualTo("Corner Shop Berlin");
        assertThat(account(connector(arrival).access())).isEqualTo("Corner Shop Lisbon");
    }

    @Test
    void connectsNothingOfAnotherCompany() {
        var first = connector(done(come(leave(draft("Shop")))));
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        assertThat(code(redirect.start.ofConnector(first.id()))).isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void forgetsAttemptsADayAfterTheirEnd() {
        var before = world.secrets.size();
        leave(draft("Shop"));
        world.clock.goOn(Authorization.LIFETIME.plus(Authorization.REMEMBERED));
        assertThat(redirect.returns.forgetEnded()).isZero();

        world.clock.goOn(Duration.ofSeconds(1));

        assertThat(redirect.returns.forgetEnded()).isEqualTo(1);
        assertThat(redirect.authorizations.size()).isZero();
        assertThat(world.secrets.size()).isEqualTo(before);
    }

    private DraftId draft(String name) {
        return draft(name, "connect", List.of(given("shop", "my-shop")));
    }

    private DraftId draft(String name, String method, List<GivenCredential> credentials) {
        var draft =
                done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop")).id();
        done(world.draftSetup.answer(draft, new General.Typed(name, null, Environment.LIVE)));
        done(world.draftSetup.answer(draft, new TimeAndDate.Typed(null, null, null)));
        done(world.draftSetup.answerMethod(draft, method));
        done(world.draftSetup.answerCredentials(draft, credentials));
        return draft;
    }

    private Forwarding leave(DraftId draft) {
        return done(redirect.departure.depart(done(redirect.start.ofDraft(draft)), anna, BACK));
    }

    private Outcome<Arrival> come(Forwarding forwarding) {
        return come(forwarding, Map.of("code", "code"));
    }

    private Outcome<Arrival> come(Forwarding forwarding, Map<String, String> answer) {
        var parameters = new HashMap<String, Secret>();
        answer.forEach((name, value) -> parameters.put(name, new Secret(value)));
        parameters.put("state", vendor.left.getLast().state());
        return redirect.callback
                .answer(
                        parameters,
                        id -> id.equals(forwarding.id()) ? Optional.of(forwarding.binding()) : Optional.empty())
                .outcome();
    }

    private void isAsBefore(DraftId draft) {
        assertThat(world.draftSetup.find(draft)).isPresent();
        assertThat(world.grants.find(world.acme.id(), credentials(draft))).isEmpty();
    }

    private CredentialsId credentials(DraftId draft) {
        return world.draftSetup
                .find(draft)
                .map(found -> found.credentials().id())
                .orElseGet(CredentialsId::next);
    }

    private Connector connector(Arrival arrival) {
        return world.connectors.find(world.acme.id(), arrival.access()).orElseThrow();
    }

    private String account(SystemAccess access) {
        return redirect.tokens
                .find(world.acme.id(), access.credentials().id())
                .orElseThrow()
                .tokens()
                .account();
    }

    private static RefusalCode code(Outcome<?> outcome) {
        return onlyRefusal(outcome).code();
    }
}
