package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One run over several nights: the order in which the orders, the payouts, the bank and the exceptions are written. */
final class NightsSimulation {

    private static final int DAYS_PER_WEEK = 7;
    private static final int REDRAWN_MAX = 10_000;
    private static final int LAST_SECOND_OF_PLANTED = 21 * SaoPauloTime.SECONDS_PER_HOUR;
    private static final long PLANTING_SALT = 0x632BE59BD9B4E019L;

    private final SimulatedNights nights;
    private final Window window;
    private final InboxFolders folders;
    private final Ids ids;
    private final Randomness random;
    private final Randomness plantingRandom;
    private final ExceptionRates rates;
    private final Exceptions exceptions;
    private final NightlyDelivery delivery;
    private final EventEnvelope envelope;
    private final PspReports reports;
    private final Marketplace marketplace;
    private final PartyLedger restaurantLedger;
    private final PartyLedger courierLedger;

    NightsSimulation(SimulatedNights nights, Path folder) throws IOException {
        this.nights = nights;
        this.window = Window.ofNights(nights.date(), nights.count());
        this.folders = InboxFolders.eachNight(folder);
        this.ids = new Ids(nights.seed());
        this.random = new Randomness(nights.seed());
        this.plantingRandom = new Randomness(nights.seed() ^ PLANTING_SALT);
        this.rates = ExceptionRates.timesAsOften(nights.timesAsOften());
        this.exceptions = new Exceptions(rates);
        this.delivery = new NightlyDelivery(folders, window);
        this.envelope = new EventEnvelope(delivery, ids);
        this.reports = new PspReports(folders, window, ids);
        this.marketplace = new Marketplace(nights.ordersPerDay() * DAYS_PER_WEEK);
        this.restaurantLedger = PartyLedger.payingWeekly(window, marketplace.restaurants());
        this.courierLedger = PartyLedger.payingWeekly(window, marketplace.couriers());
    }

    void run(Path expectationFile) throws IOException {
        runOrders();
        FileExceptions files = new FileExceptions(window, ids, plantingRandom, rates, exceptions);
        Bank bank = new Bank(window, nights.ordersPerDay() * nights.count());
        List<PspPayout> payouts = files.finish(reports);
        new PspCredits(window, bank, plantingRandom, rates, exceptions).receive(payouts);
        Set<Long> awaited = payParties(bank);
        payouts.forEach(payout -> awaited.add(payout.claimed()));
        files.bookStrays(bank, awaited);
        files.writeStatements(bank, folders);
        int rejected = files.deliverNoEvents(delivery);
        delivery.close();
        ExceptionFile.write(
                expectationFile,
                nights,
                exceptions,
                new ExpectationFile.EventCounts(envelope.events(), delivery.duplicates(), rejected, 0));
    }

    private void runOrders() throws IOException {
        OrderingEvents ordering = new OrderingEvents(envelope);
        CourierEvents couriers = new CourierEvents(envelope);
        Expectation usual = new Expectation();
        PspReferences references = new PspReferences(ids);
        SettlementDesk settlement = new SettlementDesk(window, reports, references, random, ids, usual);
        Payments payments = new Payments(ids, random, references, ordering, settlement);
        AccrualDesk accruals = new AccrualDesk(
                ids,
                random,
                marketplace,
                new AccrualDesk.Feeds(new RestaurantEvents(envelope), couriers),
                new AccrualDesk.Ledgers(restaurantLedger, courierLedger),
                usual);
        OrderJourney journey = new OrderJourney(ids, random, ordering, payments, accruals, usual);
        OrderExceptions planted = new OrderExceptions(
                new OrderExceptions.Usual(ordering, payments, settlement, accruals),
                delivery,
                new OrderExceptions.Following(
                        new SettlementExceptions(window, reports, ids, plantingRandom, exceptions),
                        new AccrualExceptions(window, ids, plantingRandom, accruals, couriers, exceptions)),
                ids,
                plantingRandom,
                exceptions);
        Orders orders = new Orders(marketplace, random, ids);
        ExceptionPlanting planting = new ExceptionPlanting(window, nights.ordersPerDay(), rates, plantingRandom);
        for (long day : window.days()) {
            for (int index = 0; index < nights.ordersPerDay(); index++) {
                ExceptionPlanting.Choice choice = planting.of(day, index);
                if (choice == null) {
                    journey.run(orders.next(day), new Planting.Choice(PlantedCase.NOTHING, payments.anyPsp()));
                } else {
                    planted.run(orderFor(choice.planted(), day, orders), choice);
                }
            }
        }
    }

    /** An order that begins and ends on its day, before a Pix is left to the next day's answer. */
    private static Order orderFor(ExceptionCase planted, long day, Orders orders) {
        for (int tries = 0; tries < REDRAWN_MAX; tries++) {
            Order order = orders.next(day);
            boolean inTheDay = order.placedAt() >= SaoPauloTime.at(day, 0)
                    && order.finishedAt() < SaoPauloTime.at(day, LAST_SECOND_OF_PLANTED);
            if (inTheDay && order.basket().total() >= SettlementExceptions.amountMin(planted)) {
                return order;
            }
        }
        throw new IllegalStateException(REDRAWN_MAX + " orders and none that can carry " + planted);
    }

    /** Pays everybody and returns the amounts that the bank is to debit. */
    private Set<Long> payParties(Bank bank) throws IOException {
        List<Payout> toRestaurants = restaurantLedger.payouts(ids, Simulation.RESTAURANT_REFERENCE);
        List<Payout> toCouriers = courierLedger.payouts(ids, Simulation.COURIER_REFERENCE);
        List<Payout> all =
                Stream.concat(toRestaurants.stream(), toCouriers.stream()).toList();
        Map<Id, ExceptionCase> planted = plantInPayouts(all);
        CnabReturns restaurantReturns = new CnabReturns("restaurantes");
        CnabReturns courierReturns = new CnabReturns("entregadores");
        new WeeklyPayouts(
                        window,
                        new PayoutDesk.Side(
                                Reconciliation.RESTAURANT_PAYOUT,
                                new RestaurantEvents(envelope)::payoutInstructed,
                                new PayoutDesk.Accounts(bank.camt(), bank.ofx(), bank.camt()),
                                restaurantReturns),
                        plantingRandom,
                        exceptions)
                .pay(toRestaurants, planted);
        new WeeklyPayouts(
                        window,
                        new PayoutDesk.Side(
                                Reconciliation.COURIER_PAYOUT,
                                new CourierEvents(envelope)::payoutInstructed,
                                new PayoutDesk.Accounts(bank.mt940(), bank.camt(), bank.camt()),
                                courierReturns),
                        plantingRandom,
                        exceptions)
                .pay(toCouriers, planted);
        restaurantReturns.write(folders);
        courierReturns.write(folders);
        Set<Long> amounts = new HashSet<>();
        all.forEach(payout -> amounts.add(payout.amount()));
        return amounts;
    }

    private Map<Id, ExceptionCase> plantInPayouts(List<Payout> payouts) {
        Map<Id, ExceptionCase> planted = new HashMap<>();
        for (ExceptionCase exception : ExceptionCase.values()) {
            if (exception.area() == ExceptionCase.Area.PARTY_PAYOUT) {
                List<Payout> candidates = new ArrayList<>(payouts.stream()
                        .filter(payout -> !planted.containsKey(payout.id())
                                && ExceptionPlanting.canTell(window, exception, payout.instructedOn()))
                        .toList());
                ExceptionPlanting.draw(candidates, rates.count(exception, payouts.size()), plantingRandom)
                        .forEach(payout -> planted.put(payout.id(), exception));
            }
        }
        return planted;
    }
}
