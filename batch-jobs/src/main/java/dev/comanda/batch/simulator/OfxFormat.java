package dev.comanda.batch.simulator;

import java.io.IOException;
import java.time.LocalDate;

/** OFX 1.02 in SGML, as Brazilian banks offer it for download. */
final class OfxFormat implements StatementFormat {

    private static final String ACCOUNT = "0002-98765";
    private static final String HEADER =
            """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            SECURITY:NONE
            ENCODING:USASCII
            CHARSET:1252
            COMPRESSION:NONE
            OLDFILEUID:NONE
            NEWFILEUID:NONE

            """;

    private final Line line = new Line();

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public String pathOn(long day) {
        return "bank/extrato-" + ACCOUNT + "-" + LocalDate.ofEpochDay(day) + ".ofx";
    }

    @Override
    public void write(InboxFile file, Statement statement) throws IOException {
        String date = LocalDate.ofEpochDay(statement.day()).toString().replace("-", "");
        file.write(line.clear()
                .text(HEADER)
                .text("<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>")
                .text(date)
                .text("200000[-3:BRT]<LANGUAGE>POR</SONRS></SIGNONMSGSRSV1>\n<BANKMSGSRSV1><STMTTRNRS><TRNUID>")
                .number(statement.sequence())
                .text("<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>BRL<BANKACCTFROM><BANKID>237<ACCTID>")
                .text(ACCOUNT)
                .text("<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>")
                .text(date)
                .text("<DTEND>")
                .text(date)
                .text("\n"));
        int number = 0;
        for (BankMovement movement : statement.movements()) {
            number++;
            line.clear()
                    .text(movement.amount() < 0 ? "<STMTTRN><TRNTYPE>DEBIT" : "<STMTTRN><TRNTYPE>CREDIT")
                    .text("<DTPOSTED>")
                    .text(date)
                    .text("120000[-3:BRT]<TRNAMT>")
                    .cents(movement.amount())
                    .text("<FITID>")
                    .text(date)
                    .padded(number, 6);
            references(movement).text("</STMTTRN>\n");
            file.write(line);
        }
        file.write(line.clear()
                .text("</BANKTRANLIST><LEDGERBAL><BALAMT>")
                .cents(statement.closing())
                .text("<DTASOF>")
                .text(date)
                .text("</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"));
    }

    /** OFX has two texts only, so that what other banks give as a reference stands in the name. */
    private Line references(BankMovement movement) {
        String reference = movement.endToEndId() + movement.servicerReference();
        if (!reference.isEmpty()) {
            line.text("<NAME>").text(reference);
        }
        return line.text("<MEMO>").text(movement.text());
    }
}
