package io.patchbay.credential.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A key management service in memory, found on the class path as Tink's own clients are. */
public class FakeKms implements KmsClient {

    private static final Map<String, MasterKey> KEYS = new ConcurrentHashMap<>();

    @Override
    public boolean doesSupport(String uri) {
        return uri.startsWith("fake-kms://");
    }

    @Override
    public KmsClient withCredentials(String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(@Nullable String uri) throws GeneralSecurityException {
        return KEYS.computeIfAbsent(String.valueOf(uri), made -> MasterKey.random())
                .aead();
    }
}
