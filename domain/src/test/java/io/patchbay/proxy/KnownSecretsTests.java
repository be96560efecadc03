package io.patchbay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSecretsTests {

    @ParameterizedTest
    @CsvSource({
        "k3y+of/the=shop, k3y+of/the=shop",
        "k3y+of/the=shop, https://shop.example/?key=k3y%2Bof%2Fthe%3Dshop&x=1",
        "k3y+of/the=shop, ?key=k3y%2bof%2fthe%3dshop",
        "k3y+of/the=shop, ?key=k3y+of%2Fthe=shop",
        "k3y+of/the=shop, 100% sure of k3y%2Bof%2Fthe%3Dshop",
        "k3y+of/the=shop, /login?to=%2Fa%3Fkey%3Dk3y%252Bof%252Fthe%253Dshop",
        "open sesame, ?key=open+sesame",
        "open sesame, ?key=open%20sesame",
        "öffne dich, ?key=%C3%B6ffne+dich",
        "öffne dich, ?key=%F6ffne%20dich",
        "öffne dich, key öffne dich",
        // Headers are read byte by byte, whatever they were written in.
        "öffne dich, key Ã¶ffne dich",
        "100%, it is 100%",
        "100%, it is 100%25",
    })
    void areFoundHoweverTheyAreWritten(String secret, String text) {
        assertThat(new KnownSecrets(List.of("another", secret)).areIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"secret, public", "secret, ''", "secret, %", "secret, '%zz%'", "abc, abcdef"})
    void whatHoldsNoneIsLeftAlone(String secret, String text) {
        assertThat(new KnownSecrets(List.of(secret)).areIn(text)).isFalse();
    }

    @Test
    void printNothing() {
        assertThat(new KnownSecrets(List.of("k3y-of-the-shop"))).asString().doesNotContain("k3y");
        assertThat(new HeaderLine("X-Key", "k3y-of-the-shop")).asString().doesNotContain("k3y");
    }
}
