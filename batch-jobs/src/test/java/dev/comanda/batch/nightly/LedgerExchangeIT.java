package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ledger.JournalRow;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A sale in one currency that the provider settles in another. */
class LedgerExchangeIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    /** The sale of 100.00 BRL is worth 20.00 USD; the fee is kept in dollars, and so is the refund's given back. */
    private static final String SETTLEMENT =
            """
            ROW_TYPE,SETTLEMENT_CURRENCY,NUMBER_OF_ITEMS,GROSS_TOTAL_AMOUNT,FEE_TOTAL_AMOUNT,NET_TOTAL_AMOUNT,TRANSFER_DATE,TRANSFER_ID,
            HEADER,USD,2,16.00,-0.75,15.25,2026-11-18,PO1,
            ROW_TYPE,CREATION_DATE,TRANSACTION_ID,DLOCAL_TRANSACTION_ID,LOCAL_AMOUNT,LOCAL_CURRENCY,GROSS_AMOUNT,FEE_AMOUNT,NET_AMOUNT
            CAPTURE,2026-11-18 12:00:00,pay_1,D-1,100.00,BRL,20.00,-1.00,19.00
            REFUND,2026-11-18 13:00:00,pay_2,D-2,-20.00,BRL,-4.00,0.25,-3.75
            """;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void aLineLeavesTheBalanceInItsCurrencyAndEntersItInTheOneOfItsNet(@TempDir Path inbox) throws IOException {
        Path file = inbox.resolve("psp/dlocal/day.csv");
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, SETTLEMENT);
        NightOnDatabase nights = new NightOnDatabase(postgres.dsl());
        nights.run(DATE, inbox);

        assertThat(nights.post(DATE)).isEmpty();

        assertThat(transfers(nights.ledger(), "psp-exchange"))
                .containsExactlyInAnyOrder(
                        "fx-clearing  to psp-balance dlocal 80.00 BRL of 2",
                        "psp-balance dlocal to fx-clearing  16.00 USD of 2");
        assertThat(nights.ledger().trialBalance(DATE).stream()
                        .map(each -> each.account() + " " + each.currency() + " "
                                + each.balance().stripTrailingZeros().toPlainString()))
                .contains(
                        "fx-clearing BRL 80",
                        "fx-clearing USD -16",
                        "psp-fees USD 0.75",
                        "psp-balance BRL 0",
                        "psp-balance USD 0");
    }

    private static List<String> transfers(Ledger ledger, String rule) {
        List<JournalRow> rows = new ArrayList<>();
        ledger.export(DATE, rows::add);
        return rows.stream()
                .filter(row -> row.rule().equals(rule))
                .map(JournalRow::transfer)
                .map(each -> "%s %s to %s %s %s %s of %d"
                        .formatted(
                                each.debitAccount(),
                                each.debitParty(),
                                each.creditAccount(),
                                each.creditParty(),
                                each.amount().toPlainString(),
                                each.currency(),
                                each.items()))
                .toList();
    }
}
