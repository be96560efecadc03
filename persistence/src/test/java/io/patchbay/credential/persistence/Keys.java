package io.patchbay.credential.persistence;

import java.nio.file.Path;
import java.util.Map;

/** Master keys as an owner gives them. */
final class Keys {

    private Keys() {}

    static MasterKeySource given(MasterKey key) {
        return settings(Map.of("PATCHBAY_MASTER_KEY", key.base64().reveal()));
    }

    static MasterKeySource given(MasterKey key, MasterKey previous) {
        return settings(Map.of(
                "PATCHBAY_MASTER_KEY", key.base64().reveal(),
                "PATCHBAY_PREVIOUS_MASTER_KEY", previous.base64().reveal()));
    }

    static MasterKeySource settings(Map<String, String> settings) {
        return MasterKeySource.of(settings::get, Path.of("unused"), true);
    }
}
