package dev.comanda.batch.readers.formats;

/** One small, right file of each format. */
public final class Samples {

    private Samples() {}

    public static String of(FileFormat format) {
        return switch (format) {
            case ADYEN -> ADYEN;
            case STRIPE -> STRIPE;
            case DLOCAL -> DLOCAL;
            case PIX -> PIX;
            case CAMT053 -> CAMT;
            case MT940 -> MT940;
            case OFX -> OFX;
            case CNAB240 -> cnab();
        };
    }

    private static final String ADYEN =
            """
            Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,TimeZone,Type,Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,Net Debit (NC),Net Credit (NC),Commission (NC),Markup (NC),Scheme Fees (NC),Interchange (NC),Batch Number
            C,CBR,A1,pay_1,visa,2026-10-09 15:00:00,CEST,Settled,m_1,BRL,,100.00,1,BRL,,99.00,,0.50,0.25,0.25,7
            C,CBR,A2,pay_2,visa,2026-10-09 15:00:00,CEST,Refunded,m_2,BRL,10.00,,1,BRL,10.00,,,,,,7
            C,CBR,,,,2026-10-09 18:00:00,CEST,MerchantPayout,"PO7 batch 7, CBR",BRL,,,,BRL,89.00,,,,,,7
            """;

    private static final String STRIPE =
            """
            automatic_payout_id,automatic_payout_effective_at,created,currency,gross,fee,net,reporting_category,charge_id,payment_intent_id,payment_metadata[merchant_reference]
            po_1,2026-10-08 00:00:00,2026-10-08 00:32:30,brl,165.85,1.85,164.00,charge,ch_1,pi_1,pay_1
            po_1,2026-10-08 00:00:00,2026-10-08 00:32:30,BRL,-4.00,0,-4.00,refund,,pi_1,pay_1
            po_1,2026-10-08 00:00:00,2026-10-08 00:00:00,BRL,-160.00,0.00,-160.00,payout,,,
            """;

    private static final String DLOCAL =
            """
            ROW_TYPE,SETTLEMENT_CURRENCY,NUMBER_OF_ITEMS,GROSS_TOTAL_AMOUNT,FEE_TOTAL_AMOUNT,NET_TOTAL_AMOUNT,TRANSFER_DATE,TRANSFER_ID,,,
            HEADER,BRL,2,97.005,-1.005,96.00,2026-10-09,PO9,,,
            ROW_TYPE,CREATION_DATE,TRANSACTION_ID,DLOCAL_TRANSACTION_ID,LOCAL_AMOUNT,LOCAL_CURRENCY,FX_RATE,GROSS_AMOUNT,FEE_AMOUNT,NET_AMOUNT,DESCRIPTION
            CAPTURE,2026-10-09 01:00:00,pay_1,D-1,97.01,BRL,1,97.005,-0.005,97.000,
            SETTLEMENT_FEE,,,PO9,0,,0,0,-1,-1,
            """;

    private static final String PIX =
            """
            {"parametros": {"inicio": "2026-10-01T00:00:00Z", "paginacao": {"paginaAtual": 0}}, "pix": [
             {"endToEndId": "E1", "txid": "pay_1", "valor": "194.80", "horario": "2026-10-07T19:50:08.000Z"},
             {"endToEndId": "E2", "txid": "pay_2", "valor": "20.00", "horario": "2026-10-08T01:50:08.000Z", "devolucoes": [
               {"id": "d1", "rtrId": "D1", "valor": "3.00", "status": "EM_PROCESSAMENTO", "horario": {"solicitacao": "2026-10-08T12:00:00Z"}},
               {"id": "d2", "rtrId": "D2", "valor": "5.00", "natureza": "ORIGINAL", "status": "DEVOLVIDO", "horario": {"solicitacao": "2026-10-08T12:00:00Z", "liquidacao": "2026-10-09T02:00:01Z"}}]}]}
            """;

    private static final String CAMT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S1</Id><ElctrncSeqNb>12</ElctrncSeqNb>
            <Acct><Id><Othr><Id>0001-1</Id></Othr></Id><Ccy>BRL</Ccy></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="BRL">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-08</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="BRL">90.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-09</Dt></Dt></Bal>
            <Ntry><Amt Ccy="BRL">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-09</Dt></BookgDt><ValDt><Dt>2026-10-09</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>RP1</EndToEndId></Refs><RmtInf><Ustrd>A &amp; B</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private static final String MT940 =
            """
            {1:F01BRASBRRJAXXX0000000000}{2:O940}{4:
            :20:STMT1
            :25:0001/123456
            :28C:1/1
            :60F:C261009BRL90000,00
            :61:2610091009D133,40NTRFCMD1//BANK7
            :86:PAGAMENTO CMD1
            :62F:C261009BRL89866,60
            -}
            """;

    private static final String OFX =
            """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            ENCODING:USASCII
            CHARSET:1252

            <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>BRL<BANKACCTFROM><BANKID>237<ACCTID>0002-98765</BANKACCTFROM>
            <BANKTRANLIST><DTSTART>20261009<DTEND>20261009<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261009120000[-3:BRT]<TRNAMT>-283.64<FITID>F1<NAME>LOJA<MEMO>PAGTO CMD8</STMTTRN></BANKTRANLIST>
            <LEDGERBAL><BALAMT>1000.00<DTASOF>20261009</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
            """;

    private static String cnab() {
        return String.join(
                        "\n",
                        pad("23700000" + " ".repeat(134) + "2"),
                        pad("23700011C2045046"),
                        payment("0000000000028163", "00"),
                        payment("0000000000004308", "AG"),
                        pad("23700015         000004000000000000032471"),
                        pad("23799999         000001000006"))
                + "\n";
    }

    private static String payment(String cents, String occurrences) {
        String amount = cents.substring(cents.length() - 15);
        String start =
                pad("2370001300001A0000183410123450000001234567 RESTAURANTE").substring(0, 73);
        return start + "CMD1                09102026BRL000000000000000" + amount + " ".repeat(20) + "09102026" + amount
                + " ".repeat(53) + (occurrences + " ".repeat(10)).substring(0, 10);
    }

    private static String pad(String text) {
        return text + " ".repeat(240 - text.length());
    }
}
