package dev.comanda.batch.simulator;

import java.io.IOException;
import java.time.LocalDate;

/** camt.053 in version 02. */
final class CamtFormat implements StatementFormat {

    private static final String ACCOUNT = "0001-12345-6";
    private static final int CREATED_AT_SECOND = 20 * SaoPauloTime.SECONDS_PER_HOUR;

    private final Line line = new Line();

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public String pathOn(long day) {
        return "bank/extrato-" + ACCOUNT + "-" + LocalDate.ofEpochDay(day) + ".xml";
    }

    @Override
    public void write(InboxFile file, Statement statement) throws IOException {
        line.clear()
                .text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .text(
                        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><GrpHdr><MsgId>M")
                .number(statement.sequence())
                .text("</MsgId>");
        creation(statement.day()).text("</GrpHdr><Stmt><Id>S").number(statement.sequence());
        line.text("</Id><ElctrncSeqNb>").number(statement.sequence()).text("</ElctrncSeqNb>");
        creation(statement.day())
                .text("<Acct><Id><Othr><Id>")
                .text(ACCOUNT)
                .text("</Id></Othr></Id><Ccy>BRL</Ccy></Acct>\n");
        balance("OPBD", statement.opening(), statement.day());
        balance("CLBD", statement.closing(), statement.day());
        file.write(line);
        for (BankMovement movement : statement.movements()) {
            entry(movement, "BOOK", statement.day());
            file.write(line);
        }
        if (statement.pending() != 0) {
            entry(BankMovement.anonymous("LANCAMENTO FUTURO", statement.pending()), "PDNG", statement.day());
            file.write(line);
        }
        file.write(line.clear().text("</Stmt></BkToCstmrStmt></Document>\n"));
    }

    private Line creation(long day) {
        long second = SaoPauloTime.at(day, CREATED_AT_SECOND);
        return line.text("<CreDtTm>").offsetTime(second).text("</CreDtTm>");
    }

    private void balance(String code, long amount, long day) {
        line.text("<Bal><Tp><CdOrPrtry><Cd>").text(code).text("</Cd></CdOrPrtry></Tp>");
        amount(amount).text("<Dt><Dt>").date(day).text("</Dt></Dt></Bal>\n");
    }

    private Line amount(long amount) {
        return line.text("<Amt Ccy=\"BRL\">")
                .cents(Math.abs(amount))
                .text("</Amt><CdtDbtInd>")
                .text(amount < 0 ? "DBIT" : "CRDT")
                .text("</CdtDbtInd>");
    }

    private void entry(BankMovement movement, String status, long day) {
        line.clear().text("<Ntry>");
        amount(movement.amount())
                .text("<Sts>")
                .text(status)
                .text("</Sts><BookgDt><Dt>")
                .date(day)
                .text("</Dt></BookgDt><ValDt><Dt>")
                .date(day)
                .text("</Dt></ValDt>");
        if (!movement.servicerReference().isEmpty()) {
            line.text("<AcctSvcrRef>").text(movement.servicerReference()).text("</AcctSvcrRef>");
        }
        line.text("<BkTxCd><Prtry><Cd>PMNT</Cd></Prtry></BkTxCd><NtryDtls>");
        if (movement.parts().isEmpty()) {
            details(movement, false);
        }
        for (BankMovement part : movement.parts()) {
            details(part, true);
        }
        line.text("</NtryDtls></Ntry>\n");
    }

    private void details(BankMovement movement, boolean withAmount) {
        line.text("<TxDtls>");
        if (!movement.endToEndId().isEmpty()) {
            line.text("<Refs><EndToEndId>").text(movement.endToEndId()).text("</EndToEndId></Refs>");
        }
        if (withAmount) {
            line.text("<AmtDtls><TxAmt><Amt Ccy=\"BRL\">")
                    .cents(Math.abs(movement.amount()))
                    .text("</Amt></TxAmt></AmtDtls>");
        }
        line.text("<RmtInf><Ustrd>").text(movement.text()).text("</Ustrd></RmtInf></TxDtls>");
    }
}
