package dev.comanda.batch.readers.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import com.webcohesion.ofx4j.domain.data.ResponseEnvelope;
import com.webcohesion.ofx4j.domain.data.ResponseMessageSet;
import com.webcohesion.ofx4j.domain.data.banking.BankingResponseMessageSet;
import com.webcohesion.ofx4j.domain.data.common.StatementResponse;
import com.webcohesion.ofx4j.domain.data.common.Transaction;
import com.webcohesion.ofx4j.domain.data.creditcard.CreditCardResponseMessageSet;
import com.webcohesion.ofx4j.io.AggregateUnmarshaller;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What well-kept libraries make of the real statements (ADR 0003): wherever both read entries, they are the same ones, with the same
 * dates and amounts. Files that only one of the two reads are named in the log.
 */
class SecondOpinionTest {

    private static final int FEWEST_COMPARED = 40;

    private record Entry(LocalDate valueDate, BigDecimal amount) {

        @Override
        public String toString() {
            return valueDate + " " + amount.stripTrailingZeros().toPlainString();
        }
    }

    @FunctionalInterface
    private interface Library {
        List<Entry> read(Path file) throws Exception;
    }

    /** It warns of every statement that does not come in SWIFT's envelope. */
    private static final Logger PROWIDE = Logger.getLogger("com.prowidesoftware");

    @BeforeAll
    static void quietProwide() {
        PROWIDE.setLevel(Level.OFF);
    }

    @Test
    void prowideFindsTheSameEntriesInRealMt940Statements() throws IOException {
        assertThat(disagreements("mt940", SecondOpinionTest::byProwide)).isEmpty();
    }

    @Test
    void ofx4jFindsTheSameEntriesInRealOfxStatements() throws IOException {
        assertThat(disagreements("ofx", SecondOpinionTest::byOfx4j)).isEmpty();
    }

    private static Map<String, String> disagreements(String format, Library library) throws IOException {
        Map<String, String> disagreements = new TreeMap<>();
        int compared = 0;
        try (Stream<Path> files = Files.list(SharedFiles.folder("data/bank/" + format))) {
            for (Path file : files.sorted().toList()) {
                List<Entry> theirs = theirs(file, library);
                List<Entry> ours = ours(file);
                if (theirs.isEmpty() || ours.isEmpty()) {
                    System.out.printf("%s: %d entries by the library, %d by us%n", file, theirs.size(), ours.size());
                    continue;
                }
                compared += theirs.size();
                if (!ours.toString().equals(theirs.toString())) {
                    disagreements.put(file.getFileName().toString(), "theirs " + theirs + ", ours " + ours);
                }
            }
        }
        assertThat(compared).isGreaterThan(FEWEST_COMPARED);
        return disagreements;
    }

    /** None where the library gives up: banks bend the formats further than it follows. */
    private static List<Entry> theirs(Path file, Library library) {
        try {
            return library.read(file);
        } catch (Exception e) {
            System.out.println(file + ": the library gives up: " + e.getMessage());
            return List.of();
        }
    }

    /** None where the file is refused, which another test looks at. */
    private static List<Entry> ours(Path file) throws IOException {
        try {
            Records records = SharedFiles.read(file, "bank/" + file.getFileName());
            return records.entries.stream()
                    .map(entry -> new Entry(entry.valueDate(), entry.amount()))
                    .toList();
        } catch (UnreadableFileException e) {
            return List.of();
        }
    }

    private static List<Entry> byProwide(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<Entry> entries = new ArrayList<>();
        for (Field61 line : MT940.parse("{4:\n" + text + "\n-}").getField61()) {
            BigDecimal amount = line.getAmountAsBigDecimal();
            Calendar date = line.getValueDateAsCalendar();
            if (amount == null || date == null) {
                continue;
            }
            boolean isCredit = line.getDebitCreditMark().equals("C")
                    || line.getDebitCreditMark().equals("RD");
            entries.add(new Entry(
                    LocalDate.ofInstant(date.toInstant(), date.getTimeZone().toZoneId()),
                    isCredit ? amount : amount.negate()));
        }
        return entries;
    }

    private static List<Entry> byOfx4j(Path file) throws Exception {
        ResponseEnvelope envelope = new AggregateUnmarshaller<>(ResponseEnvelope.class)
                .unmarshal(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1));
        List<StatementResponse> statements = new ArrayList<>();
        for (ResponseMessageSet set : envelope.getMessageSets()) {
            if (set instanceof BankingResponseMessageSet bank) {
                bank.getStatementResponses().forEach(each -> statements.add(each.getMessage()));
            } else if (set instanceof CreditCardResponseMessageSet card) {
                card.getStatementResponses().forEach(each -> statements.add(each.getMessage()));
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (StatementResponse statement : statements) {
            if (statement.getTransactionList() == null
                    || statement.getTransactionList().getTransactions() == null) {
                continue;
            }
            for (Transaction transaction : statement.getTransactionList().getTransactions()) {
                entries.add(new Entry(
                        LocalDate.ofInstant(transaction.getDatePosted().toInstant(), ZoneOffset.UTC),
                        transaction.getBigDecimalAmount()));
            }
        }
        return entries;
    }
}
