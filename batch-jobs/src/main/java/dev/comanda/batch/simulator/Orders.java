package dev.comanda.batch.simulator;

import java.util.ArrayList;
import java.util.List;

/** Draws orders: basket, place, people and times. */
final class Orders {

    private static final int MINUTES_TO_DOOR_MIN = 25;
    private static final int MINUTES_TO_DOOR_MAX = 70;
    private static final int UNIT_PRICE_MIN = 1_690;
    private static final int UNIT_PRICE_MAX = 8_900;
    private static final int SERVICE_FEE = 99;
    private static final List<Integer> TIPS = List.of(0, 0, 0, 0, 200, 300, 500);
    private static final List<Integer> DISCOUNTS = List.of(0, 0, 0, 0, 0, 500, 1_000);
    private static final int OWN_DELIVERY_ONE_IN = 5;

    private final Marketplace marketplace;
    private final Randomness random;
    private final Ids ids;

    Orders(Marketplace marketplace, Randomness random, Ids ids) {
        this.marketplace = marketplace;
        this.random = random;
        this.ids = ids;
    }

    Order next(long day) {
        long finishedAt = SaoPauloTime.at(day, marketplace.anySecondOfDay(random));
        long placedAt = finishedAt - 60L * random.between(MINUTES_TO_DOOR_MIN, MINUTES_TO_DOOR_MAX);
        return new Order(
                ids.next("ord_"),
                day,
                placedAt,
                finishedAt,
                marketplace.anyCity(random),
                marketplace.anyCustomer(random),
                marketplace.anyRestaurant(random),
                marketplace.anyCourier(random),
                !random.oneIn(OWN_DELIVERY_ONE_IN),
                nextBasket());
    }

    private Basket nextBasket() {
        int count = 1 + Math.min(random.below(3), random.below(3));
        List<Basket.Dish> dishes = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            int quantity = 1 + Math.min(random.below(3), random.below(3));
            dishes.add(new Basket.Dish(
                    random.below(Marketplace.DISHES), quantity, random.between(UNIT_PRICE_MIN, UNIT_PRICE_MAX)));
        }
        int tip = TIPS.get(random.below(TIPS.size()));
        int discount = DISCOUNTS.get(random.below(DISCOUNTS.size()));
        return new Basket(dishes, random.between(0, 1_499), SERVICE_FEE, tip, discount, random.oneIn(2), 0, 0);
    }
}
