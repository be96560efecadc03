package io.patchbay.access.connectivity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialDestination.Place;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A callback that its vendor signed with the client's secret, as Shopify does. */
final class CallbackSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private CallbackSignature() {}

    /** Whether it is the vendor's, as far as the definition says that the vendor signs. */
    static boolean holds(Access access, Map<String, Secret> parameters) {
        return access.setting("callbackHmac")
                .map(name -> parameters.containsKey(name)
                        && MessageDigest.isEqual(
                                parameters
                                        .get(name)
                                        .reveal()
                                        .toLowerCase(Locale.ROOT)
                                        .getBytes(UTF_8),
                                signature(access, name, parameters).getBytes(UTF_8)))
                .orElse(true);
    }

    private static String signature(Access access, String name, Map<String, Secret> parameters) {
        var others = new TreeMap<>(parameters);
        others.remove(name);
        var message = others.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + parameter.getValue().reveal())
                .collect(Collectors.joining("&"));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = access.value(Place.CLIENT_SECRET).orElse(" ");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
