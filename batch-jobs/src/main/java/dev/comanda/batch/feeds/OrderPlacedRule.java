package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.DiscountFunder;
import dev.comanda.ops.marketplace.OrderAmounts;
import dev.comanda.ops.marketplace.OrderLine;
import dev.comanda.ops.marketplace.OrderPlaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The data of {@code ordering.order.placed.v1}. */
final class OrderPlacedRule implements FieldRule<OrderPlaced> {

    private final Shape line = new Shape();
    private final Field<String> lineId = line.required("lineId", Rules::id);
    private final Field<String> sku = line.required("sku", Rules::text);
    private final Field<String> name = line.required("name", Rules::text);
    private final Field<Integer> quantity = line.required("quantity", Rules::atLeastOne);
    private final Field<BigDecimal> unitPrice = line.required("unitPrice", Rules::money);

    private final Shape sums = new Shape();
    private final Field<BigDecimal> itemsTotal = sums.required("items", Rules::money);
    private final Field<BigDecimal> deliveryFee = sums.required("deliveryFee", Rules::money);
    private final Field<BigDecimal> serviceFee = sums.required("serviceFee", Rules::money);
    private final Field<BigDecimal> tip = sums.required("tip", Rules::money);
    private final Field<BigDecimal> discount = sums.required("discount", Rules::money);
    private final Field<BigDecimal> total = sums.required("total", Rules::money);

    private final Shape order = new Shape();
    private final Field<String> orderId = order.required("orderId", Rules::id);
    private final Field<Integer> version = order.required("version", Rules::atLeastOne);
    private final Field<Instant> placedAt = order.required("placedAt", Rules::time);
    private final Field<String> market = order.required("market", Rules::market);
    private final Field<String> city = order.required("city", Rules::text);
    private final Field<String> customerId = order.required("customerId", Rules::id);
    private final Field<String> restaurantId = order.required("restaurantId", Rules::id);
    private final Field<String> currency = order.required("currency", Rules::currency);
    private final Field<List<Values>> items = order.required("items", Rules.listOf(line::read));
    private final Field<Values> amounts = order.required("amounts", sums::read);
    private final Field<DiscountFunder> discountFundedBy =
            order.optional("discountFundedBy", Rules.oneOf(DiscountFunder.class));
    private final Field<Instant> promisedBy = order.optional("promisedBy", Rules::time);

    @Override
    public OrderPlaced read(JsonReading in) {
        Values values = order.read(in);
        String inCurrency = values.get(currency);
        return new OrderPlaced(
                values.get(orderId),
                values.get(version),
                values.get(placedAt),
                values.get(market),
                values.get(city),
                values.get(customerId),
                values.get(restaurantId),
                inCurrency,
                lines(values.get(items), inCurrency),
                amounts(values.get(amounts), inCurrency),
                values.getOptional(discountFundedBy),
                values.getOptional(promisedBy));
    }

    private List<OrderLine> lines(List<Values> read, String inCurrency) {
        List<OrderLine> lines = new ArrayList<>(read.size());
        for (Values values : read) {
            try {
                lines.add(new OrderLine(
                        values.get(lineId),
                        values.get(sku),
                        values.get(name),
                        values.get(quantity),
                        Decimals.inCurrency(values, unitPrice, inCurrency)));
            } catch (Refusal refusal) {
                throw refusal.atElement(lines.size()).at(items.name());
            }
        }
        return lines;
    }

    private OrderAmounts amounts(Values values, String inCurrency) {
        try {
            return new OrderAmounts(
                    Decimals.inCurrency(values, itemsTotal, inCurrency),
                    Decimals.inCurrency(values, deliveryFee, inCurrency),
                    Decimals.inCurrency(values, serviceFee, inCurrency),
                    Decimals.inCurrency(values, tip, inCurrency),
                    Decimals.inCurrency(values, discount, inCurrency),
                    Decimals.inCurrency(values, total, inCurrency));
        } catch (Refusal refusal) {
            throw refusal.at(amounts.name());
        }
    }
}
