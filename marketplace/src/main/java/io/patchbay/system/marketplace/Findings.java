package io.patchbay.system.marketplace;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong in one file. */
final class Findings {

    private final String file;
    private final List<BadSystemDefinition.Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /**
     * Notes a problem once, however many rules stumble over it.
     *
     * @param path a JSON Pointer into the file
     */
    void add(String path, String reason) {
        var problem = new BadSystemDefinition.Problem(file, path, reason);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<BadSystemDefinition.Problem> problems() {
        return List.copyOf(problems);
    }
}
