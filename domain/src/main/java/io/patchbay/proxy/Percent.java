package io.patchbay.proxy;

import java.nio.charset.StandardCharsets;

/** Percent encoding, as forgiving as the most forgiving of servers. */
final class Percent {

    private Percent() {}

    /** One layer less, byte by byte, so that nothing is lost however many bytes a character has. */
    static String decoded(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var decoded = new StringBuilder(bytes.length);
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == '%' && index + 2 < bytes.length && isHex(bytes[index + 1]) && isHex(bytes[index + 2])) {
                decoded.append(
                        (char) (Character.digit(bytes[index + 1], 16) * 16 + Character.digit(bytes[index + 2], 16)));
                index += 2;
            } else {
                decoded.append((char) (bytes[index] & 0xff));
            }
        }
        return decoded.toString();
    }

    private static boolean isHex(byte character) {
        return Character.digit(character, 16) >= 0;
    }
}
