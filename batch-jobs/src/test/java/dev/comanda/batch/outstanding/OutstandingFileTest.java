package dev.comanda.batch.outstanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutstandingFileTest {

    private static final String ROWS =
            """
            reconciliation,id,business_date,amount,currency,psp
            psp-payout,PO1,2026-10-12,89.00,BRL,stripe
            psp-payout,PO2,2026-10-12,90.00,BRL,stripe
            """;

    @Test
    void everyRowIsAnItem() throws UnreadableFileException, IOException {
        assertThat(items(ROWS)).containsExactly("PO1", "PO2");
    }

    /** They would be one title row, and every item lost without a word. */
    @Test
    void linesThatACarriageReturnAloneEndsAreRefused() {
        assertThatThrownBy(() -> items(ROWS.replace('\n', '\r')))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("its lines end with CR alone");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> items(ROWS.replace("currency,psp", "amount,psp")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("has the column amount twice");
    }

    private static List<String> items(String file) throws UnreadableFileException, IOException {
        List<String> ids = new ArrayList<>();
        OutstandingFile.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                LocalDate.of(2026, 10, 13),
                item -> ids.add(item.id()),
                reject -> ids.add(reject.sentence()));
        return ids;
    }
}
