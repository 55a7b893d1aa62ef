package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plants what is wrong with whole files, entries that nobody explains, and lines that are no events. */
final class FileExceptions {

    private static final long CREDIT_CENTS = 77_777;
    private static final long DEBIT_CENTS = 7_790;

    private final Window window;
    private final Ids ids;
    private final Randomness random;
    private final ExceptionRates rates;
    private final Exceptions exceptions;

    /** What a line can be that is no event. */
    private enum NoEvent {
        MALFORMED_JSON,
        SCHEMA_VIOLATION,
        UNREADABLE_TEXT
    }

    FileExceptions(Window window, Ids ids, Randomness random, ExceptionRates rates, Exceptions exceptions) {
        this.window = window;
        this.ids = ids;
        this.random = random;
        this.rates = rates;
        this.exceptions = exceptions;
    }

    /** Ends the PSPs' files, some of which claim more than their rows sum to. */
    List<PspPayout> finish(PspReports reports) throws IOException {
        List<PspReport> stating = new ArrayList<>(reports.stating());
        Set<PspReport> misstated = new HashSet<>(ExceptionPlanting.draw(
                stating, rates.count(ExceptionCase.CONTROL_TOTAL_MISMATCH, stating.size()), random));
        List<PspPayout> payouts = reports.finish(misstated);
        payouts.stream()
                .filter(PspPayout::isMisstated)
                .forEach(payout -> exceptions.raised(
                        ExceptionCase.CONTROL_TOTAL_MISMATCH,
                        Reconciliation.PAYMENT_SETTLEMENT,
                        payout.misstatement(),
                        ExpectedException.Nights.from(payout.day())));
        return payouts;
    }

    /** Books what nobody told of; no amount is one that is awaited, by which it could be taken for it. */
    void bookStrays(Bank bank, Set<Long> awaited) {
        long amount = CREDIT_CENTS;
        for (long day : businessDays(ExceptionCase.UNEXPECTED_CREDIT, 0)) {
            amount = freeFrom(amount + 1, awaited);
            String entry = bank.camt().book(day, BankMovement.anonymous("TED SEM IDENTIFICACAO", amount));
            exceptions.raised(
                    ExceptionCase.UNEXPECTED_CREDIT,
                    Reconciliation.PSP_PAYOUT,
                    ExpectedBreak.ofRight(BreakType.UNEXPECTED_CREDIT, entry, amount),
                    ExpectedException.Nights.from(day));
        }
        amount = DEBIT_CENTS;
        for (long day : businessDays(ExceptionCase.UNEXPECTED_DEBIT, 0)) {
            amount = freeFrom(amount + 1, awaited);
            String entry = bank.camt().book(day, BankMovement.anonymous("TARIFA PACOTE SERVICOS", -amount));
            exceptions.raised(
                    ExceptionCase.UNEXPECTED_DEBIT,
                    Reconciliation.RESTAURANT_PAYOUT,
                    ExpectedBreak.ofRight(BreakType.UNEXPECTED_DEBIT, entry, -amount),
                    ExpectedException.Nights.from(day));
        }
    }

    /** Writes the statements; before the first one of an account none can be missing. */
    void writeStatements(Bank bank, InboxFolders folders) throws IOException {
        Map<Long, BankAccount.Flaw> balances = new HashMap<>();
        businessDays(ExceptionCase.STATEMENT_BALANCE_MISMATCH, 0)
                .forEach(day -> balances.put(day, BankAccount.Flaw.BALANCE));
        Map<Long, BankAccount.Flaw> gaps = new HashMap<>();
        businessDays(ExceptionCase.STATEMENT_GAP, 1).forEach(day -> gaps.put(day, BankAccount.Flaw.GAP));
        for (BankAccount.FlawedStatement flawed : bank.writeStatements(folders, balances, gaps)) {
            ExceptionCase planted = flawed.broken().type() == BreakType.STATEMENT_GAP
                    ? ExceptionCase.STATEMENT_GAP
                    : ExceptionCase.STATEMENT_BALANCE_MISMATCH;
            exceptions.raised(
                    planted, Reconciliation.PSP_PAYOUT, flawed.broken(), ExpectedException.Nights.from(flawed.day()));
        }
    }

    /** Delivers lines that are no events, one a night, and says how many. */
    int deliverNoEvents(NightlyDelivery delivery) throws IOException {
        List<Long> nights = ExceptionPlanting.draw(
                new ArrayList<>(window.days()), rates.count(ExceptionCase.MALFORMED_EVENT, 0), random);
        for (int index = 0; index < nights.size(); index++) {
            long night = nights.get(index);
            NoEvent kind = NoEvent.values()[index % NoEvent.values().length];
            UnreadableLines lines = new UnreadableLines(ids, delivery, night);
            delivery.notBefore(night, () -> {
                switch (kind) {
                    case MALFORMED_JSON -> lines.cutOff();
                    case SCHEMA_VIOLATION -> lines.numberAsAmount();
                    case UNREADABLE_TEXT -> lines.notUtf8();
                }
            });
            exceptions.rejected(kind.name(), NightlyDelivery.unreadableOn(night) + "#1", night);
        }
        return nights.size();
    }

    private List<Long> businessDays(ExceptionCase planted, int skipped) {
        List<Long> days = window.businessDays();
        List<Long> candidates = new ArrayList<>(days.subList(Math.min(skipped, days.size()), days.size()));
        return ExceptionPlanting.draw(candidates, rates.count(planted, candidates.size()), random);
    }

    private static long freeFrom(long first, Set<Long> awaited) {
        long amount = first;
        while (awaited.contains(amount)) {
            amount++;
        }
        return amount;
    }
}
