package io.patchbay.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "ff02::1",
                "100::1",
                "2001:db8::1",
                "2001:2::1",
                "3fff::1",
                "2001::1",
                "64:ff9b:1::1",
                "::ffff:0:169.254.169.254",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "2002:6440:1::",
                "64:ff9b::100.64.0.1",
                "::ffff:0.0.0.0",
                "5f00::1"
            })
    void forbidden(String address) throws Exception {
        assertThat(Reach.of(InetAddress.ofLiteral(address))).isEqualTo(Reach.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1", "10.255.255.255", "127.0.0.1", "127.255.0.3", "172.16.0.1", "172.31.255.255",
                "192.168.1.1", "::1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::",
                "2002:a00:1::5"
            })
    void ofPrivateNetworks(String address) throws Exception {
        assertThat(Reach.of(InetAddress.ofLiteral(address))).isEqualTo(Reach.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.0.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.169.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "64:ff9b::1.1.1.1",
                "2002:101:101::"
            })
    void publicOnes(String address) throws Exception {
        assertThat(Reach.of(InetAddress.ofLiteral(address))).isEqualTo(Reach.PUBLIC);
    }

    @Test
    void mappedAddressesThatJavaLeavesAsTheyAre() throws UnknownHostException {
        var mapped = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 169, (byte) 254, (byte) 169, (byte) 254};

        assertThat(Reach.of(java.net.Inet6Address.getByAddress("metadata", mapped, 0)))
                .isEqualTo(Reach.FORBIDDEN);
    }
}
