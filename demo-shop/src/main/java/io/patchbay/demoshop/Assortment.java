package io.patchbay.demoshop;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What the shop sells and has sold; the same at every start, so that what was read once is found again. */
final class Assortment {

    static final List<Product> PRODUCTS = products();
    static final List<Order> ORDERS =
            IntStream.range(0, 60).mapToObj(Assortment::order).toList();

    private Assortment() {}

    record Product(String sku, String name, BigDecimal price, String currency, int inStock) {}

    record Order(
            String number, Instant createdAt, String status, List<Line> lines, BigDecimal total, String currency) {}

    record Line(String sku, String name, int quantity, BigDecimal price) {}

    private static List<Product> products() {
        var things = List.of("Mug", "Lamp", "Notebook", "Umbrella", "Teapot", "Scarf", "Clock", "Basket");
        var colours = List.of("green", "blue", "red");
        return IntStream.range(0, things.size() * colours.size())
                .mapToObj(number -> new Product(
                        "DS-%03d".formatted(number + 1),
                        things.get(number / colours.size()) + ", " + colours.get(number % colours.size()),
                        BigDecimal.valueOf(790 + 135L * number, 2),
                        "EUR",
                        number * 7 % 40))
                .toList();
    }

    private static Order order(int number) {
        var lines = IntStream.rangeClosed(0, number % 3)
                .mapToObj(line -> line(number, line))
                .toList();
        var total = lines.stream()
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Order(
                String.valueOf(1001 + number),
                Instant.parse("2026-11-01T08:00:00Z").plus(Duration.ofHours(5).multipliedBy(number)),
                List.of("PAID", "PACKED", "SHIPPED", "CANCELLED").get(number % 4),
                lines,
                total,
                "EUR");
    }

    private static Line line(int order, int line) {
        var product = PRODUCTS.get((order * 5 + line * 11) % PRODUCTS.size());
        return new Line(product.sku(), product.name(), 1 + (order + line) % 3, product.price());
    }
}
