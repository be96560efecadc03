package io.patchbay.system.marketplace;

import tools.jackson.databind.JsonNode;

/**
 * One system in the file that the build makes of all folders, so that start-up reads one file and checks nothing again.
 *
 * @param prerequisites CommonMark; empty: none
 */
record PackedSystem(JsonNode definition, String prerequisites, String icon) {

    static final String FILE = "prebuilt-systems.json";
}
