package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.EmailAddress;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import io.patchbay.identity.PersonId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import tools.jackson.databind.json.JsonMapper;

class BudgetsTests {

    private final BudgetFilter filter = BudgetFilter.perAddress(new Budgets(3));

    @Test
    void letsAsManyThroughAsTheBudgetHasAndSaysHowManyAreLeft() throws Exception {
        assertThat(ask("192.0.2.1").getHeader("RateLimit-Remaining")).isEqualTo("2");
        assertThat(ask("192.0.2.1").getHeader("RateLimit-Remaining")).isEqualTo("1");
        assertThat(ask("192.0.2.1").getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(ask("192.0.2.1").getStatus()).isEqualTo(429);
        assertThat(ask("192.0.2.2").getStatus()).isEqualTo(200);
    }

    @Test
    void saysWhichLimitItWasAndWhenToComeBack() throws Exception {
        for (var request = 0; request < 3; request++) {
            ask("192.0.2.1");
        }

        var refused = ask("192.0.2.1");

        // One of three a minute comes back every 20 seconds.
        assertThat(refused.getHeader("Retry-After")).isBetween("15", "20");
        assertThat(refused.getHeader("RateLimit-Limit")).isEqualTo("3");
        var error = JsonMapper.shared().readTree(refused.getContentAsString()).at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("RATE_LIMITED");
        assertThat(error.at("/extensions/used").asInt()).isEqualTo(3);
        assertThat(error.at("/extensions/limit").asInt()).isEqualTo(3);
        assertThat(error.at("/extensions/retryAfter").asInt()).isBetween(15, 20);
        assertThat(error.at("/message").asString()).contains("one address may ask 3 times");
    }

    @Test
    void takesAllAddressesOfOneIpv6NetworkForOne() throws Exception {
        for (var request = 0; request < 3; request++) {
            ask("2001:db8:0:1::" + request);
        }

        assertThat(ask("2001:db8:0:1::9").getStatus()).isEqualTo(429);
        assertThat(ask("2001:db8:0:2::9").getStatus()).isEqualTo(200);
    }

    @Test
    void countsEveryPersonForThemselvesAndNobodyWhoWasNotLetIn() throws Exception {
        var perToken = BudgetFilter.perToken(new Budgets(1));
        var anna = person();

        assertThat(ask(perToken, anna).getStatus()).isEqualTo(200);
        assertThat(ask(perToken, anna).getStatus()).isEqualTo(429);
        assertThat(ask(perToken, person()).getStatus()).isEqualTo(200);
        assertThat(ask(perToken, null).getStatus()).isEqualTo(200);
        assertThat(ask(perToken, null).getHeader("RateLimit-Limit")).isNull();
    }

    @Test
    void countsEveryTokenForItself() throws Exception {
        var perToken = BudgetFilter.perToken(new Budgets(1));
        var token = token();

        assertThat(ask(perToken, token).getStatus()).isEqualTo(200);
        assertThat(ask(perToken, token).getStatus()).isEqualTo(429);
        assertThat(ask(perToken, token()).getStatus()).isEqualTo(200);
    }

    private static Authentication token() {
        return new ProgramAuthentication(
                new ApiToken(ApiTokenId.next(), CompanyId.next(), new Name("Test"), Instant.now(), null, null, null));
    }

    private static Authentication person() {
        var person = new Person(
                PersonId.next(), 0, CompanyId.next(), new Name("Anna"), new EmailAddress("a@b.example"), Instant.now());
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(person, new PasswordHash("none")), null, List.of());
    }

    private static MockHttpServletResponse ask(BudgetFilter filter, Authentication who) throws Exception {
        try {
            SecurityContextHolder.setContext(new SecurityContextImpl(who));
            var response = new MockHttpServletResponse();
            filter.doFilter(new MockHttpServletRequest("POST", "/graphql"), response, new MockFilterChain());
            return response;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        var request = new MockHttpServletRequest("POST", "/graphql");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
