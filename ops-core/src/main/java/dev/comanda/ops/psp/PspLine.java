package dev.comanda.ops.psp;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a provider's report.
 *
 * @param position the physical line it starts on, or its ordinal in a file without lines; the first is 1
 * @param part the 1-based part inside that position, 0 where it is the whole
 * @param typeAsWritten the provider's own word for it; for a Pix return its {@code natureza}
 * @param pspReference the provider's id of the payment
 * @param secondPspReference another id an event may carry for the same payment, in place of the first
 * @param merchantReference our id, as the provider repeats it; for a Pix return the id of the return
 * @param amount gross, towards us positive, with the digits of the file; a fee, adjustment or payout that states no
 *     gross amount stands here with its net one
 * @param currency of the amount, ISO 4217
 * @param createdAt when the provider says it happened; for a line without a time, the start of the payout's day
 * @param businessDate the date of {@code createdAt} in São Paulo
 * @param fee what the provider kept of it, positive when it costs us, in {@code netCurrency}
 * @param net what it changes the provider's balance by, towards us positive
 * @param payoutReference the payout it is part of, where the line names one
 * @param scheme the card scheme as the provider writes it, where the line says it
 */
public record PspLine(
        long position,
        int part,
        Psp psp,
        LineKind kind,
        String typeAsWritten,
        @Nullable String pspReference,
        @Nullable String secondPspReference,
        @Nullable String merchantReference,
        BigDecimal amount,
        String currency,
        Instant createdAt,
        LocalDate businessDate,
        @Nullable BigDecimal fee,
        @Nullable BigDecimal net,
        @Nullable String netCurrency,
        @Nullable String payoutReference,
        @Nullable String scheme) {}
