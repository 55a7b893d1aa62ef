package dev.comanda.batch.readers.dlocal;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Columns;
import dev.comanda.batch.readers.text.CsvRecords;
import dev.comanda.batch.readers.text.CsvTitles;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads dLocal's settlement report. */
public final class DlocalSettlementReader implements RecordReader {

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        CsvRecords records = new CsvRecords(in);
        SettlementReport report = new SettlementReport(titles(records), sink);
        for (RawRecord raw = records.next(); raw != null; raw = records.next()) {
            report.take(raw);
        }
        return report.end();
    }

    private static Columns titles(CsvRecords records) throws UnreadableFileException, IOException {
        RawRecord title = records.next();
        if (title == null) {
            throw new UnreadableFileException(
                    "the file is empty; dLocal's settlement report starts with the title row of its HEADER, ask for it again");
        }
        List<String> fields;
        try {
            fields = CsvTitles.fields(title);
        } catch (RefusedRecordException e) {
            throw new UnreadableFileException(
                    "line %d is no title row of dLocal's settlement report: %s; save the report as CSV in UTF-8"
                            .formatted(title.line(), e.sentence()));
        }
        if (fields.get(0).startsWith("Type;")) {
            throw new UnreadableFileException(
                    "line %d has the titles of dLocal's older transaction report, with semicolons, which names no transfer; ask dLocal for the settlement report with ROW_TYPE and HEADER"
                            .formatted(title.line()));
        }
        Columns columns = new Columns(fields);
        if (!SettlementReport.isTitles(columns)) {
            throw new UnreadableFileException(
                    "line %d is no title row of dLocal's settlement report: ROW_TYPE with TRANSFER_ID or DLOCAL_TRANSACTION_ID is not there; put the file into the folder of its provider, or ask for that report"
                            .formatted(title.line()));
        }
        return columns;
    }
}
