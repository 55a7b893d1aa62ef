package dev.comanda.batch.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The people and places of the simulated marketplace. How many there are grows with the number of orders. */
final class Marketplace {

    static final int DISHES = 24;

    private static final List<String> CITIES = List.of(
            "sao-paulo",
            "rio-de-janeiro",
            "belo-horizonte",
            "brasilia",
            "salvador",
            "fortaleza",
            "curitiba",
            "recife",
            "porto-alegre",
            "manaus",
            "belem",
            "goiania");
    private static final List<byte[]> DISH_NAMES = List.of(
                    "Feijoada completa",
                    "Moqueca de peixe",
                    "Pão de queijo",
                    "Coxinha de frango",
                    "Pizza margherita",
                    "Açaí na tigela",
                    "Strogonoff de frango",
                    "Hambúrguer da casa",
                    "Temaki de salmão",
                    "Baião de dois",
                    "Picanha na brasa",
                    "Brigadeiro gourmet")
            .stream()
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final List<Integer> COMMISSION_RATES = List.of(230, 120, 275, 180, 155);
    private static final int[] ORDERS_BY_HOUR = {
        3, 1, 0, 0, 0, 0, 0, 1, 2, 3, 8, 30, 60, 45, 15, 8, 8, 12, 35, 60, 65, 45, 25, 8
    };
    private static final int ORDERS_PER_RESTAURANT = 40;
    private static final int ORDERS_PER_COURIER = 60;
    private static final int ORDERS_PER_CUSTOMER = 2;
    private static final int RESTAURANTS_MIN = 100;
    private static final int COURIERS_MIN = 80;
    private static final int CUSTOMERS_MIN = 500;

    private final int restaurants;
    private final int couriers;
    private final int customers;
    private final int[] hours;

    Marketplace(int orders) {
        this.restaurants = Math.max(RESTAURANTS_MIN, orders / ORDERS_PER_RESTAURANT);
        this.couriers = Math.max(COURIERS_MIN, orders / ORDERS_PER_COURIER);
        this.customers = Math.max(CUSTOMERS_MIN, orders / ORDERS_PER_CUSTOMER);
        this.hours = new int[Arrays.stream(ORDERS_BY_HOUR).sum()];
        int index = 0;
        for (int hour = 0; hour < ORDERS_BY_HOUR.length; hour++) {
            for (int count = 0; count < ORDERS_BY_HOUR[hour]; count++) {
                hours[index++] = hour;
            }
        }
    }

    static String city(int index) {
        return CITIES.get(index);
    }

    static byte[] dish(int sku) {
        return DISH_NAMES.get(sku % DISH_NAMES.size());
    }

    /** The restaurant's commission in thousandths; 27.5 per cent is there for the ties of rounding. */
    static int commissionRate(int restaurant) {
        return COMMISSION_RATES.get(restaurant % COMMISSION_RATES.size());
    }

    int restaurants() {
        return restaurants;
    }

    int couriers() {
        return couriers;
    }

    int anyCity(Randomness random) {
        return Math.min(random.below(CITIES.size()), random.below(CITIES.size()));
    }

    int anyCustomer(Randomness random) {
        return random.below(customers);
    }

    /** Few restaurants have many orders: the lower numbers are drawn more often. */
    int anyRestaurant(Randomness random) {
        return Math.min(random.below(restaurants), random.below(restaurants));
    }

    int anyCourier(Randomness random) {
        return random.below(couriers);
    }

    /** A second of the day, with the peaks of lunch and dinner. */
    int anySecondOfDay(Randomness random) {
        return hours[random.below(hours.length)] * SaoPauloTime.SECONDS_PER_HOUR
                + random.below(SaoPauloTime.SECONDS_PER_HOUR);
    }
}
