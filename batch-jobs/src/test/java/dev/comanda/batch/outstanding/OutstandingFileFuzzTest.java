package dev.comanda.batch.outstanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.testing.fuzz.CountedLines;
import dev.comanda.ops.testing.fuzz.DamagedLine;
import dev.comanda.ops.testing.fuzz.Fuzzing;
import dev.comanda.ops.testing.fuzz.Reading;
import dev.comanda.ops.testing.fuzz.Reading.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A damaged file of outstanding items is read row by row, or refused. */
@Tag("torture")
class OutstandingFileFuzzTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 13);

    private static final String ROWS =
            """
            reconciliation,id,business_date,amount,currency,psp,psp_reference,merchant_reference,bank_reference,order_id,party_id
            payment-settlement,pay_1,2026-10-10,59.89,BRL,adyen,A1,pay_1,,ord_1,
            psp-payout,PO7,2026-10-12,-89.00,BRL,stripe,,,,,
            restaurant-accrual,ord_2,2026-10-12,,,,,,,,rst_1
            courier-accrual,dlv_1,2026-10-12,,,,,,,ord_3,cou_1
            restaurant-payout,po_1,2026-10-09,281.63,BRL,,,,CMD1,,rst_1
            courier-payout,po_2,2026-10-09,81.00,BRL,,,,CMD2,,cou_1
            """;

    private static final String QUOTED =
            ROWS.replace("pay_1,2026", "\"pay_1\",2026").replace("PO7", "\"PO7, second\"");

    @Test
    void everyRowOfADamagedFileIsTakenOrRefused() {
        Fuzzing.Outcomes outcomes = Fuzzing.run(
                "outstanding",
                List.of(ROWS.getBytes(StandardCharsets.UTF_8), QUOTED.getBytes(StandardCharsets.UTF_8)),
                OutstandingFileFuzzTest::read);

        assertThat(outcomes.damaged()).isPositive();
        assertThat(outcomes.refused()).isPositive();
    }

    @Test
    void oneDamagedRowConcernsNoOther() {
        DamagedLine.concernsNoOther(
                "outstanding", ROWS.getBytes(StandardCharsets.UTF_8), 2, OutstandingFileFuzzTest::read);
    }

    private static Reading read(InputStream in) throws IOException {
        CountedLines lines = new CountedLines(in);
        TreeMap<Long, String> items = new TreeMap<>();
        List<Refused> refused = new ArrayList<>();
        try {
            OutstandingFile.read(
                    lines,
                    AS_OF,
                    item -> assertThat(items.put(item.line(), item.toString())).isNull(),
                    reject -> refused.add(new Refused(reject.line(), reject.sentence())));
        } catch (UnreadableFileException e) {
            return Reading.refused(e.getMessage());
        }
        long records = lines.isPlain() ? lines.notBlank() - 1 : items.size() + refused.size();
        return new Reading(records, items.size(), 0, items, refused, null);
    }
}
