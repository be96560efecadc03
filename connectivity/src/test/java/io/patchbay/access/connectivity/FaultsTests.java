package io.patchbay.access.connectivity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.connectivity.Ways.Way;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.HostLookup;
import io.patchbay.connectivity.TestCertificates;
import io.patchbay.connectivity.TestCertificates.Issued;
import io.patchbay.connectivity.TestServer;
import io.patchbay.connectivity.TestServer.Reply;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong at the vendor's side, with every method: at the proof, and where a token comes first, at that too. The
 * verdict names it, and no secret of the method is seen anywhere.
 */
@Timeout(60)
class FaultsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final HostLookup HERE = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    private static final Duration HASTE = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static WireMockServer vendor;
    private static TestCertificates trusted;
    private static Issued expired;
    private static Issued ofAnother;
    private static Issued ofAStranger;

    private final Egress egress = new Egress(new EgressSettings(true, Set.of()));
    private LogHunt hunt;

    /** What goes wrong, and what is said of it. */
    private record Fault(String name, UnaryOperator<ResponseDefinitionBuilder> answer, String verdict) {

        Duration patience() {
            return verdict.endsWith("TIMEOUT") ? HASTE : PATIENCE;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Fault> FAULTS = List.of(
            new Fault("slow", answer -> answer.withStatus(200).withFixedDelay(5_000), "SYSTEM_UNREACHABLE TIMEOUT"),
            new Fault(
                    "dripping",
                    answer -> answer.withStatus(200).withBody("x".repeat(1000)).withChunkedDribbleDelay(500, 5_000),
                    "SYSTEM_UNREACHABLE TIMEOUT"),
            new Fault(
                    "reset",
                    answer -> answer.withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER),
                    "SYSTEM_UNREACHABLE REFUSED"),
            new Fault(
                    "hung up",
                    answer -> answer.withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE),
                    "SYSTEM_UNREACHABLE REFUSED"),
            new Fault(
                    "broken in the middle of the body",
                    answer -> answer.withFault(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK),
                    "SYSTEM_UNREACHABLE UNEXPECTED_ANSWER"),
            new Fault("500", answer -> answer.withStatus(500), "SYSTEM_UNREACHABLE HTTP_STATUS"),
            new Fault(
                    "429 with a time",
                    answer -> answer.withStatus(429).withHeader("Retry-After", "3600"),
                    "OPERATIONAL RATE_LIMITED"),
            new Fault("429 without one", answer -> answer.withStatus(429), "OPERATIONAL RATE_LIMITED"),
            new Fault(
                    "a page",
                    answer -> answer.withStatus(200)
                            .withHeader("Content-Type", "text/html")
                            .withBody("<html>Log in, " + Ways.MARK + "</html>"),
                    "SYSTEM_UNREACHABLE UNEXPECTED_ANSWER"));

    static Stream<Arguments> faultsOfTheProof() {
        return Ways.all().flatMap(way -> FAULTS.stream().map(fault -> Arguments.of(way, fault)));
    }

    static Stream<Arguments> faultsOfTheToken() {
        return Ways.all()
                .filter(way -> way.tokenPath() != null)
                .flatMap(way -> FAULTS.stream().map(fault -> Arguments.of(way, fault)));
    }

    static Stream<Way> ways() {
        return Ways.all();
    }

    @BeforeAll
    static void open() throws Exception {
        trusted = new TestCertificates("Trusted");
        expired = trusted.expiredForHost("shop.example");
        ofAnother = trusted.forHost("other.example");
        ofAStranger = new TestCertificates("Stranger").forHost("shop.example");
        vendor = new WireMockServer(
                options().bindAddress("127.0.0.1").dynamicPort().containerThreads(200));
        vendor.start();
    }

    @AfterAll
    static void shut() {
        vendor.stop();
    }

    @BeforeEach
    void hunt() {
        vendor.resetAll();
        hunt = new LogHunt();
    }

    @AfterEach
    void nothingWasSeen() {
        hunt.close();
        egress.close();
        assertThat(hunt.lines()).isNotEmpty();
        assertThat(hunt.lines())
                .filteredOn(line -> Ways.hidden().stream().anyMatch(line::contains))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void faultsOfTheProof(Way way, Fault fault) {
        vendor.stubFor(any(anyUrl()).willReturn(okJson("{\"access_token\": \"" + Ways.MARK + "\"}")));
        vendor.stubFor(any(urlPathEqualTo("/api/me")).willReturn(fault.answer().apply(aResponse())));

        assertThat(verdict(ask(egress, way, URI.create(vendor.baseUrl()), fault.patience())))
                .isEqualTo(fault.verdict());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void faultsOfTheToken(Way way, Fault fault) {
        vendor.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        vendor.stubFor(
                any(urlPathEqualTo(way.tokenPath())).willReturn(fault.answer().apply(aResponse())));

        assertThat(verdict(ask(egress, way, URI.create(vendor.baseUrl()), fault.patience())))
                .isEqualTo(fault.verdict());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aClockTenMinutesOffIsTheReasonWhereTheClockIsSigned(Way way) {
        var theirs = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                NOW.plus(Duration.ofMinutes(10)).atZone(ZoneOffset.UTC));
        vendor.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("Date", theirs)
                        .withBody("{\"error\": \"invalid_client\"}")));

        assertThat(verdict(ask(way, URI.create(vendor.baseUrl()))))
                .isEqualTo("FAILED_AUTHENTICATION " + (way.signs() ? "CLOCK" : "CREDENTIALS_REFUSED"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anExpiredCertificate(Way way) throws Exception {
        assertThat(verdictOfTls(way, expired)).isEqualTo("SYSTEM_UNREACHABLE TLS_EXPIRED");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aCertificateForAnotherName(Way way) throws Exception {
        assertThat(verdictOfTls(way, ofAnother)).isEqualTo("SYSTEM_UNREACHABLE TLS_NAME");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aCertificateThatNobodyTrusts(Way way) throws Exception {
        assertThat(verdictOfTls(way, ofAStranger)).isEqualTo("SYSTEM_UNREACHABLE TLS_UNTRUSTED");
    }

    private String verdictOfTls(Way way, Issued issued) throws Exception {
        try (var server = TestServer.https(trusted.serverContext(issued), false, asked -> Reply.of(200, "{}"));
                var strict = new Egress(new EgressSettings(true, Set.of()), HERE, trusted.trust())) {
            var verdict = verdict(ask(strict, way, server.at("shop.example", ""), PATIENCE));
            assertThat(server.asked())
                    .as("what was told before the certificate was seen")
                    .isEmpty();
            return verdict;
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aVendorThatCannotBeReached(Way way) {
        var publicOnly = new Egress(EgressSettings.PUBLIC_ONLY);
        assertThat(verdict(ask(way, URI.create("http://nobody.invalid")))).isEqualTo("SYSTEM_UNREACHABLE DNS");
        assertThat(verdict(ask(publicOnly, way, URI.create(vendor.baseUrl()), PATIENCE)))
                .isEqualTo("SYSTEM_UNREACHABLE ADDRESS_FORBIDDEN");
        assertThat(vendor.getAllServeEvents()).isEmpty();
        publicOnly.close();
    }

    private Check ask(Way way, URI address) {
        return ask(egress, way, address, PATIENCE);
    }

    private static Check ask(Egress through, Way way, URI address, Duration patience) {
        var question = way.at(address).question();
        var check = new HttpChecks(through, Clock.fixed(NOW, ZoneOffset.UTC), patience).check(question);
        assertThat(check.reason()).isNotEqualTo(CheckReason.CREDENTIALS_UNUSABLE);
        assertThat(check + " " + question).doesNotContain(Ways.hidden());
        return check;
    }

    private static String verdict(Check check) {
        return check.status() + " " + check.reason();
    }
}
