package io.patchbay.credential.persistence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The owner's keys.
 *
 * @param current the one under which data keys are encrypted from now on
 * @param previous those that still open data keys that were encrypted before
 */
record WrappingKeys(WrappingKey current, List<WrappingKey> previous) {

    WrappingKeys {
        previous = List.copyOf(previous);
    }

    Optional<WrappingKey> find(String id) {
        return Stream.concat(Stream.of(current), previous.stream())
                .filter(key -> key.id().equals(id))
                .findFirst();
    }
}
