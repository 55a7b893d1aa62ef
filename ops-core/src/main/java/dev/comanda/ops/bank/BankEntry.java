package dev.comanda.ops.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One booked entry of a statement, or one part of an entry that a bank booked as a sum.
 *
 * @param ordinal which entry of the file it is, over all its statements and whatever their status; the first is 1
 * @param part the 1-based part inside the entry, 0 where it is the whole
 * @param statementIndex which statement of the file it is in; the first is 1
 * @param amount credit positive, with the digits of the file
 * @param bookingDate the day the bank booked it, as written
 * @param valueDate the day it bears interest from, as written
 * @param endToEndId the payer's reference
 * @param servicerReference the bank's reference
 * @param remittanceText what the payer wrote, in one line
 */
public record BankEntry(
        long ordinal,
        int part,
        String account,
        int statementIndex,
        String currency,
        BigDecimal amount,
        LocalDate bookingDate,
        LocalDate valueDate,
        @Nullable String endToEndId,
        @Nullable String servicerReference,
        @Nullable String remittanceText) {}
