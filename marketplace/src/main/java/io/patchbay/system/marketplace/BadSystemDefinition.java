package io.patchbay.system.marketplace;

import java.util.List;
import java.util.stream.Collectors;

/** System definitions break their format: everything that is wrong in all of them, at once. */
final class BadSystemDefinition extends RuntimeException {

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param file relative to the folder of all systems
     * @param path a JSON Pointer into the file, empty for the whole of it
     */
    record Problem(String file, String path, String reason) {

        @Override
        public String toString() {
            return file + (path.isEmpty() ? "" : " " + path) + ": " + reason;
        }
    }

    BadSystemDefinition(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "Bad system definitions:\n", "")));
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
