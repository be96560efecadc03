package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.bearer;
import static io.patchbay.demoshop.ShopUnderTest.header;
import static io.patchbay.demoshop.ShopUnderTest.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class FrontPageTests {

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void namesEverythingThatOpensTheShop() {
        assertThat(page())
                .contains(Doorkeeper.PERSON.name(), Doorkeeper.PERSON.password())
                .contains(Doorkeeper.API_KEY_HEADER, Doorkeeper.API_KEY, Doorkeeper.LASTING_TOKEN)
                .contains(TokenEndpoint.CLIENT.name(), TokenEndpoint.CLIENT.password())
                .contains("<code>http://localhost/demo-shop</code>")
                .doesNotContain("{{");
    }

    @Test
    void saysHowTheShopBehavesNow() {
        assertThat(page()).contains("<dd>Well", "value=\"well\" checked", "<dd>0</dd>");

        shop.token();
        shop.post("/switches/behaviour", "behaviour=busy", header("X-Demo-Shop", "switch"));

        assertThat(page()).contains("<dd>Busy", "value=\"busy\" checked", "<dd>1</dd>");
    }

    @Test
    void isFoundWithoutTheSlashToo() {
        shop.get("", nothing()).expectStatus().isSeeOther().expectHeader().location("/demo-shop/");
    }

    @Test
    void runsNoScripts() {
        shop.get("/", nothing())
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).startsWith("default-src 'none';"));
    }

    @Test
    void bringsItsOwnStyle() {
        shop.get("/shop.css", nothing())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.valueOf("text/css"));
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() {
        shop.get("/nothing/here", bearer("demo-token")).expectStatus().isNotFound();
        shop.post("/me", "", bearer("demo-token")).expectStatus().isNotFound();
    }

    private String page() {
        return shop.get("/", nothing())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
