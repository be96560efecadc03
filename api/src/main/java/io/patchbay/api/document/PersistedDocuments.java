package io.patchbay.api.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.patchbay.shared.CompanyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents by their hashes, as Apollo's clients ask for them (automatic persisted queries). Every company has room of its
 * own, so that nobody fills up another's. A document that was dropped is sent along once more; nothing else is lost.
 */
final class PersistedDocuments {

    private static final int MAX_COMPANIES = 200;
    private static final int MAX_CHARACTERS = 250_000;

    private final LoadingCache<CompanyId, Cache<String, String>> companies =
            Caffeine.newBuilder().maximumSize(MAX_COMPANIES).build(company -> room());

    /** The hash in {@code extensions.persistedQuery}; null where there is none of the right form. */
    static @Nullable String hash(Object claim) {
        return claim instanceof Map<?, ?> fields
                        && fields.get("version") instanceof Number version
                        && version.intValue() == 1
                        && fields.get("sha256Hash") instanceof String hash
                ? hash.toLowerCase(Locale.ROOT)
                : null;
    }

    static String hashOf(String document) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Nullable
    String find(CompanyId company, String hash) {
        var room = companies.getIfPresent(company);
        return room == null ? null : room.getIfPresent(hash);
    }

    void keep(CompanyId company, String hash, String document) {
        companies.get(company).put(hash, document);
    }

    private static Cache<String, String> room() {
        return Caffeine.newBuilder()
                .maximumWeight(MAX_CHARACTERS)
                .<String, String>weigher((hash, document) -> hash.length() + document.length())
                .build();
    }
}
