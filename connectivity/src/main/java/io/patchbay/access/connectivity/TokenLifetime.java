package io.patchbay.access.connectivity;

import io.patchbay.connectivity.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long what a vendor issued is good. Always a stretch of time from now on by our clock: a moment by the vendor's clock
 * is first compared with what the vendor takes for now, because nobody knows whose clock is right.
 */
final class TokenLifetime {

    private static final long LATEST_SECONDS = 100_000_000_000L;

    private final Access access;
    private final Answer answer;
    private final Instant now;

    TokenLifetime(Access access, Answer answer, Instant now) {
        this.access = access;
        this.answer = answer;
        this.now = now;
    }

    /** When the access token ends; null where neither the vendor nor the definition says so. */
    @Nullable
    Instant end() {
        return access.setting("expiresInPointer")
                .flatMap(this::seconds)
                .or(() -> access.setting("expiresAtPointer").flatMap(this::untilMoment))
                .or(() -> seconds("/expires_in"))
                .or(() -> setting("tokenLifetime"))
                .map(now::plus)
                .orElse(null);
    }

    /** When the refresh token ends if nobody uses it; null where neither the vendor nor the definition says so. */
    @Nullable
    Instant refreshEnd() {
        return Stream.of("/refresh_token_expires_in", "/x_refresh_token_expires_in", "/refresh_expires_in")
                .flatMap(pointer -> seconds(pointer).stream())
                // Some write so that it does not end at all.
                .filter(lifetime -> !lifetime.isZero())
                .findFirst()
                .or(this::inRefreshToken)
                .or(() -> setting("refreshTokenLifetime"))
                .map(now::plus)
                .orElse(null);
    }

    private Optional<Duration> seconds(String pointer) {
        return AnswerValues.find(answer, pointer)
                .filter(value -> value.matches("[0-9]{1,10}(\\.[0-9]*)?"))
                .map(value -> value.replaceAll("\\..*", ""))
                .map(Long::valueOf)
                .map(Duration::ofSeconds);
    }

    private Optional<Duration> setting(String name) {
        return access.setting(name).map(Duration::parse);
    }

    /** What a refresh token says of itself, where it is one that can be read. */
    private Optional<Duration> inRefreshToken() {
        return access.setting("refreshTokenForm")
                .flatMap(jwt -> AnswerValues.find(answer, "/refresh_token"))
                .flatMap(TokenLifetime::claims)
                .flatMap(claims -> AnswerValues.find(claims, "/exp"))
                .flatMap(TokenLifetime::moment)
                .map(this::until);
    }

    private Optional<Duration> untilMoment(String pointer) {
        return AnswerValues.find(answer, pointer).flatMap(TokenLifetime::moment).map(this::until);
    }

    private Duration until(Instant end) {
        var left = Duration.between(theirNow(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The claims of a JSON Web Token. Nobody proves them, for the vendor has just sent them. */
    private static Optional<byte[]> claims(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Instant theirNow() {
        try {
            return answer.header("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .orElse(now);
        } catch (DateTimeException unreadable) {
            return now;
        }
    }

    /** Seconds or milliseconds since 1970, or ISO 8601; UTC where no offset stands there. */
    private static Optional<Instant> moment(String text) {
        try {
            if (text.matches("[0-9]{1,15}")) {
                long number = Long.parseLong(text);
                return Optional.of(
                        number < LATEST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
            }
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime exact
                            ? exact.toInstant()
                            : ((LocalDateTime) read).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
