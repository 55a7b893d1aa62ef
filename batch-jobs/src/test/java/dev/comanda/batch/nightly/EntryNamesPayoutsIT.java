package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One bank entry whose words name several payouts. */
class EntryNamesPayoutsIT {

    private static final LocalDate DATE = LocalDate.of(2026, 10, 14);

    @RegisterExtension
    static final PostgresExtension equal = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension currencies = new PostgresExtension();

    @TempDir
    Path inbox;

    @Test
    void ofTwoPayoutsOfTheSameMoneyTheOneWithTheLowestIdIsPaid() throws IOException {
        NightOnDatabase night = new NightOnDatabase(equal.dsl());
        write("events/1.ndjson", payout("po_1", "ZZ9", "BRL") + payout("po_2", "AA1", "BRL"));
        write("bank/1.sta", debitThatNamesBoth());
        night.run(DATE, inbox);
        assertThat(night.export(Reconciliation.COURIER_PAYOUT, DATE))
                .containsExactly(
                        "IN_TRANSIT,,,po_2,,-80.00,,BRL,-80.00",
                        "MATCHED,,exact,po_1,bank/1.sta#1,-80.00,-80.00,BRL,0.00");
    }

    @Test
    void aPayoutOfTheSameAmountInAnotherCurrencyIsNotTheOneThatIsPaid() throws IOException {
        NightOnDatabase night = new NightOnDatabase(currencies.dsl());
        write("events/1.ndjson", payout("po_1", "AA1", "USD") + payout("po_2", "ZZ9", "BRL"));
        write("bank/1.sta", debitThatNamesBoth());
        night.run(DATE, inbox);
        assertThat(night.export(Reconciliation.COURIER_PAYOUT, DATE))
                .contains("MATCHED,,exact,po_2,bank/1.sta#1,-80.00,-80.00,BRL,0.00");
    }

    private void write(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String debitThatNamesBoth() {
        return """
                :20:ST
                :25:0001/123456
                :28C:1/1
                :60F:C261014BRL100,00
                :61:261014D80,00NTRFNONREF
                :86:REPASSE AA1 E ZZ9
                :62F:C261014BRL20,00
                -
                """;
    }

    private static String payout(String id, String reference, String currency) {
        return """
                {"specversion":"1.0","id":"%s","source":"/courier","type":"courier.payout.instructed.v1","subject":"%s",\
                "time":"2026-10-14T10:00:00-03:00","datacontenttype":"application/json","data":{"payoutId":"%s",\
                "courierId":"cou_1","periodStart":"2026-10-01","periodEnd":"2026-10-08","currency":"%s",\
                "amount":"80.00","residual":"0.00","bankReference":"%s","instructedAt":"2026-10-14T10:00:00-03:00"}}
                """
                .formatted(id, id, id, currency, reference);
    }
}
