package dev.comanda.batch.readers.dlocal;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.CsvRow;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.PspPayout;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One transfer: what its HEADER claims, and what the rows after it sum to. */
final class Transfer {

    private final long line;
    private final String reference;
    private final String currency;
    private final LocalDate date;
    private final BigDecimal claimedItems;
    private final BigDecimal claimedGross;
    private final BigDecimal claimedFee;
    private final BigDecimal claimedNet;

    private long items;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;
    private BigDecimal net = BigDecimal.ZERO;

    Transfer(long line, CsvRow header) throws RefusedRecordException {
        this.line = line;
        reference = header.requiredText("TRANSFER_ID");
        currency = header.requiredCurrency("SETTLEMENT_CURRENCY");
        date = Dates.datePart(header.requiredText("TRANSFER_DATE"), "column 'TRANSFER_DATE'");
        claimedItems = header.requiredAmount("NUMBER_OF_ITEMS");
        claimedGross = header.requiredAmount("GROSS_TOTAL_AMOUNT");
        claimedFee = header.requiredAmount("FEE_TOTAL_AMOUNT");
        claimedNet = header.requiredAmount("NET_TOTAL_AMOUNT");
    }

    String reference() {
        return reference;
    }

    String currency() {
        return currency;
    }

    LocalDate date() {
        return date;
    }

    PspPayout payout() {
        return new PspPayout(line, Psp.DLOCAL, reference, claimedNet, currency, date);
    }

    void add(BigDecimal rowGross, BigDecimal rowFee, BigDecimal rowNet) {
        items++;
        gross = gross.add(rowGross);
        fee = fee.add(rowFee);
        net = net.add(rowNet);
    }

    void compare(RecordSink sink) {
        List<String> differences = new ArrayList<>();
        if (claimedItems.compareTo(BigDecimal.valueOf(items)) != 0) {
            differences.add("NUMBER_OF_ITEMS is %s, but %d rows follow".formatted(claimedItems.toPlainString(), items));
        }
        compare("GROSS_TOTAL_AMOUNT", claimedGross, gross, differences);
        compare("FEE_TOTAL_AMOUNT", claimedFee, fee, differences);
        compare("NET_TOTAL_AMOUNT", claimedNet, net, differences);
        sink.controlTotal(new ControlTotal(
                line,
                Amounts.roundTo(currency, claimedNet),
                Amounts.roundTo(currency, net),
                currency,
                differences.isEmpty(),
                String.join("; ", differences)));
    }

    private void compare(String total, BigDecimal claimed, BigDecimal sum, List<String> differences) {
        BigDecimal summed = Amounts.roundTo(currency, sum);
        if (Amounts.roundTo(currency, claimed).compareTo(summed) != 0) {
            differences.add("%s is %s, but the rows sum to %s"
                    .formatted(total, claimed.toPlainString(), summed.toPlainString()));
        }
    }
}
