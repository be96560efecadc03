package io.patchbay.system.marketplace;

import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** The build's step between folders and jar: checks every definition, and packs them into one file. */
public final class MarketplaceBuild {

    private MarketplaceBuild() {}

    /**
     * Fails the build when a definition is bad.
     *
     * @param args the folder of all systems, and the folder of compiled classes
     */
    public static void main(String[] args) {
        var systems = SystemFolders.read(Path.of(args[0]));
        JsonMapper.shared().writeValue(Path.of(args[1], PackedSystem.FILE), systems);
    }
}
