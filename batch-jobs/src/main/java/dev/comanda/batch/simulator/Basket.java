package dev.comanda.batch.simulator;

import java.util.List;

/**
 * What was ordered and what it costs, in hundredths of a real. The two offsets are what a planted law breach
 * makes the stated sums wrong by.
 */
record Basket(
        List<Dish> dishes,
        long deliveryFee,
        long serviceFee,
        long tip,
        long discount,
        boolean discountByRestaurant,
        long itemsOffset,
        long totalOffset) {

    /** One line of the slip. */
    record Dish(int sku, int quantity, long unitPrice) {}

    long sumOfDishes() {
        long sum = 0;
        for (Dish dish : dishes) {
            sum += dish.quantity() * dish.unitPrice();
        }
        return sum;
    }

    long items() {
        return sumOfDishes() + itemsOffset;
    }

    long lawfulTotal() {
        return items() + deliveryFee + serviceFee + tip - discount;
    }

    long total() {
        return lawfulTotal() + totalOffset;
    }

    /** What the restaurant's commission is taken from. */
    long commissionBase() {
        return items() - (discountByRestaurant ? discount : 0);
    }

    Basket withItemsOffBy(long offset) {
        return new Basket(dishes, deliveryFee, serviceFee, tip, discount, discountByRestaurant, offset, totalOffset);
    }

    Basket withTotalOffBy(long offset) {
        return new Basket(dishes, deliveryFee, serviceFee, tip, discount, discountByRestaurant, itemsOffset, offset);
    }

    Basket withTip(long otherTip) {
        return new Basket(
                dishes, deliveryFee, serviceFee, otherTip, discount, discountByRestaurant, itemsOffset, totalOffset);
    }
}
