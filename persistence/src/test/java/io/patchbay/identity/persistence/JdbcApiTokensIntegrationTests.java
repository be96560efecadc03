package io.patchbay.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.TokenHash;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Count;
import io.patchbay.shared.Name;
import io.patchbay.shared.Page;
import io.patchbay.shared.Secret;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcApiTokensIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant NOW = TestTables.NOW;

    private final JdbcApiTokens tokens = new JdbcApiTokens(TABLES.database());
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
        assertThat(tokens.count(company)).isEqualTo(new Count(2, true));
    }

    @Test
    void isInvisibleToOtherCompanies() {
        var added = add(token(null, null, null));
        var stranger = TABLES.company();

        tokens.revoke(stranger, added.id(), NOW);

        assertThat(tokens.find(company, added.id())).contains(added);
        assertThat(tokens.find(stranger, added.id())).isEmpty();
        assertThat(tokens.page(stranger, Page.Request.first(9)).items()).isEmpty();
        assertThat(tokens.count(stranger)).isEqualTo(new Count(0, true));
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
