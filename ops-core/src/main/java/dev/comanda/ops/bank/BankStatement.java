package dev.comanda.ops.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One statement of one account.
 *
 * @param index which statement of the file it is; the first is 1
 * @param account the account as the bank writes it
 * @param statementId the bank's name for the statement
 * @param sequenceNumber its electronic number; absent where the bank does not count
 * @param from the first day it is about, as far as it says
 * @param to the last day it is about, as far as it says
 * @param opening the booked balance before its entries, credit positive
 * @param closing the booked balance after its entries, credit positive
 * @param bookedSum the sum of its booked entries that could be read, credit positive
 * @param firstEntryOrdinal the ordinal in the file of its first booked entry
 */
public record BankStatement(
        int index,
        String account,
        String statementId,
        @Nullable Long sequenceNumber,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String currency,
        @Nullable BigDecimal opening,
        @Nullable BigDecimal closing,
        BigDecimal bookedSum,
        @Nullable Long firstEntryOrdinal) {}
