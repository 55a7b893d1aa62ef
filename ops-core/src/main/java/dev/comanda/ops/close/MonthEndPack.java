package dev.comanda.ops.close;

import dev.comanda.ops.ledger.AccountBalance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a month came to.
 *
 * @param lastDate the last date of the month that was posted: balances and open items are as of its end
 * @param isFinal whether that date is signed off
 * @param trialBalance without accounts that were never moved
 */
public record MonthEndPack(
        YearMonth month,
        LocalDate lastDate,
        boolean isFinal,
        List<AccountBalance> trialBalance,
        List<OpenItems> openItems,
        List<WriteOff> writeOffs) {

    public MonthEndPack {
        trialBalance = List.copyOf(trialBalance);
        openItems = List.copyOf(openItems);
        writeOffs = List.copyOf(writeOffs);
    }

    /** How many business days an item has been open. */
    public enum Age {
        DAYS_0_1,
        DAYS_2_5,
        DAYS_6_10,
        DAYS_11_30,
        DAYS_31_AND_MORE
    }

    /**
     * Items that are open on a clearing account.
     *
     * @param partyKind whose they are: {@code NONE} where the account has no parties
     * @param balance what they leave on the account; debits positive
     */
    public record OpenItems(
            String legalEntity,
            String account,
            String partyKind,
            String currency,
            Age age,
            long count,
            BigDecimal balance) {}

    /**
     * What was written off on a date for one case; what was taken back is below 0.
     *
     * @param caseId and {@code cause}, {@code subject}: absent where the case is no more
     * @param policyRow the version and row of the policy that decided; absent where a person did
     * @param words why the person did it
     * @param approver the second person, where one was needed
     */
    public record WriteOff(
            LocalDate businessDate,
            String legalEntity,
            @Nullable UUID caseId,
            @Nullable String cause,
            @Nullable String subject,
            String currency,
            BigDecimal amount,
            @Nullable String policyRow,
            @Nullable String words,
            @Nullable String person,
            @Nullable String approver) {}
}
