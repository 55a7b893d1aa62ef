package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run of the simulator: the order in which the days, the payouts, the bank and the expectation are written. */
final class Simulation {

    static final String RESTAURANT_REFERENCE = "RP";
    static final String COURIER_REFERENCE = "CP";

    private final ExpectationFile.Request request;
    private final InboxFolders folders;
    private final Window window;
    private final Ids ids;
    private final Randomness random;
    private final Expectation expectation = new Expectation();
    private final EventDelivery delivery;
    private final EventEnvelope envelope;
    private final PspReports reports;
    private final Marketplace marketplace;
    private final PartyLedger restaurantLedger;
    private final PartyLedger courierLedger;

    Simulation(ExpectationFile.Request request, Path inbox, SimulationVariant variant) throws IOException {
        this.request = request;
        this.folders = InboxFolders.one(inbox);
        this.window = Window.endingOn(request.date());
        this.ids = new Ids(request.seed());
        this.random = new Randomness(request.seed());
        this.delivery =
                variant.isShuffled() ? new ShuffledDelivery(inbox, variant) : new DailyDelivery(inbox, window.date());
        this.envelope = new EventEnvelope(delivery, ids);
        this.reports = new PspReports(folders, window, ids);
        this.marketplace = new Marketplace(request.orders());
        this.restaurantLedger = PartyLedger.payingOnce(window, marketplace.restaurants());
        this.courierLedger = PartyLedger.payingOnce(window, marketplace.couriers());
    }

    void run(Path expectationFile) throws IOException {
        runOrders();
        Bank bank = new Bank(window, request.orders());
        new PspPayoutDesk(window, bank, expectation).receive(reports.finish(expectation), request.orders());
        payParties(bank);
        bank.writeStatements(folders, expectation);
        UnreadableLines unreadable = new UnreadableLines(ids, delivery, window.date());
        unreadable.conflicting(envelope.firstEvents());
        unreadable.broken();
        unreadable.unknownTypes(request.orders());
        delivery.close();
        ExpectationFile.write(
                expectationFile,
                request,
                expectation,
                new ExpectationFile.EventCounts(
                        envelope.events(), delivery.duplicates(), unreadable.rejected(), unreadable.ignored()));
    }

    private void runOrders() throws IOException {
        OrderingEvents ordering = new OrderingEvents(envelope);
        PspReferences references = new PspReferences(ids);
        SettlementDesk settlement = new SettlementDesk(window, reports, references, random, ids, expectation);
        Payments payments = new Payments(ids, random, references, ordering, settlement);
        AccrualDesk accruals = new AccrualDesk(
                ids,
                random,
                marketplace,
                new AccrualDesk.Feeds(new RestaurantEvents(envelope), new CourierEvents(envelope)),
                new AccrualDesk.Ledgers(restaurantLedger, courierLedger),
                expectation);
        OrderJourney journey = new OrderJourney(ids, random, ordering, payments, accruals, expectation);
        Orders orders = new Orders(marketplace, random, ids);
        Planting planting = new Planting(request.orders(), request.seed());
        List<Long> days = window.days();
        int[] shares = window.shareOut(request.orders());
        for (int index = 0; index < shares.length; index++) {
            long day = days.get(index);
            PlantedCase.Stage stage = stageOf(day);
            for (int left = shares[index]; left > 0; left--) {
                journey.run(orders.next(day), planting.next(stage, payments.anyPsp()));
            }
        }
    }

    private void payParties(Bank bank) throws IOException {
        List<Payout> toRestaurants = restaurantLedger.payouts(ids, RESTAURANT_REFERENCE);
        List<Payout> toCouriers = courierLedger.payouts(ids, COURIER_REFERENCE);
        List<Payout> all = new ArrayList<>(toRestaurants);
        all.addAll(toCouriers);
        Set<Long> amounts = new HashSet<>();
        Set<Long> repeated = new HashSet<>();
        for (Payout payout : all) {
            if (!amounts.add(payout.amount())) {
                repeated.add(payout.amount());
            }
        }
        CnabReturns restaurantReturns = new CnabReturns("restaurantes");
        PayoutDesk.Side restaurants = new PayoutDesk.Side(
                Reconciliation.RESTAURANT_PAYOUT,
                new RestaurantEvents(envelope)::payoutInstructed,
                new PayoutDesk.Accounts(bank.camt(), bank.ofx(), bank.camt()),
                restaurantReturns);
        new PayoutDesk(window, restaurants, expectation, repeated).pay(toRestaurants);
        CnabReturns courierReturns = new CnabReturns("entregadores");
        PayoutDesk.Side couriers = new PayoutDesk.Side(
                Reconciliation.COURIER_PAYOUT,
                new CourierEvents(envelope)::payoutInstructed,
                new PayoutDesk.Accounts(bank.mt940(), bank.camt(), bank.camt()),
                courierReturns);
        new PayoutDesk(window, couriers, expectation, repeated).pay(toCouriers);
        long strayDay = window.businessDays().get(Window.BUSINESS_DAYS - 2);
        StrayDebits.plant(strayDay, request.orders(), bank, restaurantReturns, ids, amounts, expectation);
        restaurantReturns.write(folders, expectation);
        courierReturns.write(folders, expectation);
    }

    private PlantedCase.Stage stageOf(long day) {
        if (day == window.date()) {
            return PlantedCase.Stage.TODAY;
        }
        boolean overdue = window.isOver(window.plusBusinessDays(day, Psp.DLOCAL.lagDays()));
        return overdue ? PlantedCase.Stage.OVERDUE : PlantedCase.Stage.ANY;
    }
}
