package dev.comanda.batch.simulator;

/** One order: who, where, when and what. Times are seconds as {@link SaoPauloTime} has them. */
record Order(
        Id id,
        long day,
        long placedAt,
        long finishedAt,
        int city,
        int customer,
        int restaurant,
        int courier,
        boolean delivered,
        Basket basket) {

    Order withBasket(Basket other) {
        return new Order(id, day, placedAt, finishedAt, city, customer, restaurant, courier, delivered, other);
    }
}
