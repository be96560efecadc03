package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

class ListingTests {

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void ordersAreFoundOnceEachByTheCursor() {
        var numbers = new ArrayList<Object>();
        var pages = 0;
        for (Object next = ""; next != null; pages++) {
            var page = body(get("/orders?limit=7" + (next.equals("") ? "" : "&cursor=" + next)));
            numbers.addAll(each(page, "orders", "number"));
            next = page.get("next");
        }

        assertThat(pages).isEqualTo(9);
        assertThat(numbers)
                .hasSize(60)
                .doesNotHaveDuplicates()
                .startsWith("1001")
                .endsWith("1060");
    }

    @Test
    void productsAreFoundOnceEachByTheLink() {
        var skus = new ArrayList<Object>();
        for (var path = "/products"; path != null; ) {
            var answer = get(path);
            var page = answer.expectBody(ShopUnderTest.OBJECT).returnResult();
            skus.addAll(each(page.getResponseBody(), "products", "sku"));
            path = next(page.getResponseHeaders().getFirst("Link"));
        }

        assertThat(skus).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void aPageHoldsTenUnlessToldOtherwise() {
        assertThat(each(body(get("/orders")), "orders", "number")).hasSize(10);
        assertThat(each(body(get("/orders?limit=50")), "orders", "number")).hasSize(50);
    }

    @Test
    void anOrderAddsUp() {
        for (var order : Assortment.ORDERS) {
            assertThat(order.lines()).isNotEmpty();
            assertThat(order.total())
                    .isEqualTo(order.lines().stream()
                            .map(line -> line.price().multiply(java.math.BigDecimal.valueOf(line.quantity())))
                            .reduce(java.math.BigDecimal::add)
                            .orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders?limit=0",
                "/orders?limit=51",
                "/orders?limit=many",
                "/orders?cursor=%25%25",
                "/orders?cursor=b3JkZXJz",
                "/orders?cursor=b3JkZXJzOjYw",
                "/products?cursor=b3JkZXJzOjEw"
            })
    void wrongPlacesAreRefused(String path) {
        get(path).expectStatus().isBadRequest();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return shop.client()
                .get()
                .uri(URI.create("/demo-shop" + path))
                .headers(bearer("demo-token"))
                .exchange();
    }

    private static Map<String, Object> body(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(ShopUnderTest.OBJECT)
                .returnResult()
                .getResponseBody();
    }

    private static List<?> each(Map<String, Object> page, String list, String property) {
        return ((List<?>) page.get(list))
                .stream().map(thing -> ((Map<?, ?>) thing).get(property)).toList();
    }

    private static String next(String link) {
        return link == null ? null : link.replaceFirst(".*/demo-shop(.*)>; rel=\"next\"", "$1");
    }
}
