package io.patchbay.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.ApiTokenSearch;
import io.patchbay.identity.TokenHash;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Count;
import io.patchbay.shared.Name;
import io.patchbay.shared.Page;
import io.patchbay.shared.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcApiTokensIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant NOW = TestTables.NOW;

    private final JdbcApiTokens tokens = new JdbcApiTokens(TABLES.jdbc());
    private final CompanyId company = TABLES.company();

    @Test
    void givesBackWhatWasAdded() {
        var fresh = add(token(null, null, null));
        var everything = add(token(NOW.plusSeconds(1), NOW.plusSeconds(2), NOW.plusSeconds(3)));

        assertThat(tokens.find(company, fresh.id())).contains(fresh);
        assertThat(tokens.find(company, everything.id())).contains(everything);
    }

    @Test
    void isFoundByItsHash() {
        var hash = hash();
        var added = tokens.add(token(null, null, null), hash);

        assertThat(tokens.withHash(hash)).contains(added);
        assertThat(tokens.withHash(hash())).isEmpty();
        assertThatThrownBy(() -> tokens.add(token(null, null, null), hash)).isInstanceOf(Contended.class);
    }

    @Test
    void isRevokedOnce() {
        var added = add(token(null, null, null));

        tokens.revoke(company, added.id(), NOW);
        tokens.revoke(company, added.id(), NOW.plusSeconds(9));

        assertThat(tokens.find(company, added.id()).orElseThrow().revokedAt()).isEqualTo(NOW);
    }

    @Test
    void remembersItsLastUse() {
        var added = add(token(null, null, null));

        tokens.used(added.id(), NOW);
        tokens.used(added.id(), NOW.minusSeconds(9));

        assertThat(tokens.find(company, added.id()).orElseThrow().lastUsedAt()).isEqualTo(NOW);
    }

    @Test
    void listsTheNewestFirst() {
        var first = add(token(null, null, NOW));
        var second = add(token(null, null, null));

        assertThat(tokens.page(company, Page.Request.first(9)).items()).containsExactly(second, first);
        assertThat(tokens.count(company, ApiTokenSearch.ANY, NOW)).isEqualTo(new Count(2, true));
    }

    @Test
    void narrowsByStateAndName() {
        var active = add(token(NOW.plusSeconds(1), null, null));
        var expired = add(token(NOW, null, null));
        var revoked = add(token(NOW.minusSeconds(1), null, NOW.minusSeconds(2)));

        for (var token : List.of(active, expired, revoked)) {
            var state = token.stateAt(NOW);
            var search = new ApiTokenSearch(Set.of(state), null);
            assertThat(tokens.page(company, search, NOW, Page.Request.first(9)).items())
                    .as(state.name())
                    .containsExactly(token);
            assertThat(tokens.count(company, search, NOW)).isEqualTo(new Count(1, true));
        }
        var name = active.name().value().substring(1).toUpperCase(Locale.ROOT);
        assertThat(tokens.count(company, new ApiTokenSearch(Set.of(), name), NOW))
                .isEqualTo(new Count(3, true));
        assertThat(tokens.count(company, new ApiTokenSearch(Set.of(), "nobody's"), NOW))
                .isEqualTo(new Count(0, true));
        assertThat(tokens.findAll(company, List.of(active.id(), revoked.id())))
                .containsExactlyInAnyOrder(active, revoked);
    }

    @Test
    void isInvisibleToOtherCompanies() {
        var added = add(token(null, null, null));
        var stranger = TABLES.company();

        tokens.revoke(stranger, added.id(), NOW);

        assertThat(tokens.find(company, added.id())).contains(added);
        assertThat(tokens.find(stranger, added.id())).isEmpty();
        assertThat(tokens.page(stranger, Page.Request.first(9)).items()).isEmpty();
        assertThat(tokens.count(stranger, ApiTokenSearch.ANY, NOW)).isEqualTo(new Count(0, true));
    }

    private ApiToken add(ApiToken token) {
        return tokens.add(token, hash());
    }

    private static TokenHash hash() {
        return TokenHash.of(new Secret(UUID.randomUUID().toString()));
    }

    private ApiToken token(@Nullable Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt) {
        return new ApiToken(ApiTokenId.next(), company, new Name("CI"), NOW, expiresAt, lastUsedAt, revokedAt);
    }
}
