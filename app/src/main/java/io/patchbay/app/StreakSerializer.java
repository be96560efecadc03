package io.patchbay.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.BackgroundChecks.Streak;
import org.jspecify.annotations.Nullable;

/** Writes a streak as text, such as {@code OPERATIONAL 12}, which any later version can read. */
final class StreakSerializer implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data instanceof Streak(var status, var times) ? (status.name() + ' ' + times).getBytes(US_ASCII) : null;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        var words = new String(bytes, US_ASCII).split(" ", 2);
        return type.cast(new Streak(AccessStatus.valueOf(words[0]), Integer.parseInt(words[1])));
    }
}
