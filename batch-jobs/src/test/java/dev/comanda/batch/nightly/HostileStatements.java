package dev.comanda.batch.nightly;

import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.formats.FileFormat;
import dev.comanda.batch.readers.formats.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Bad files of providers and banks: each format's right file with one thing in it made wrong, or wrong as a whole. */
final class HostileStatements {

    private static final String TOO_MANY_DIGITS = "123456789012345678901234567890";

    private HostileStatements() {}

    /**
     * A right file of a format, and where its first record can be hurt.
     *
     * @param amount stands in the record once, as {@code date} does
     * @param reference is indexed by the database
     */
    private record Sample(FileFormat format, String folder, String text, String amount, String date, String reference) {

        String path(String name) {
            return folder + "/" + name;
        }

        byte[] bytes() {
            return Bytes.of(text);
        }

        long records() {
            try {
                return Records.of(format.reader(), bytes()).counts.accepted();
            } catch (dev.comanda.batch.readers.UnreadableFileException e) {
                throw new AssertionError(e);
            }
        }

        String with(String good, String bad) {
            int at = text.indexOf(good);
            if (at < 0) {
                throw new AssertionError(good + " does not stand in " + text);
            }
            return text.substring(0, at) + bad + text.substring(at + good.length());
        }
    }

    private static List<Sample> samples() {
        return List.of(
                sample(FileFormat.ADYEN, "psp/adyen", "100.00", "2026-10-09 15:00:00", "A1"),
                sample(FileFormat.STRIPE, "psp/stripe", "165.85", "2026-10-08 00:32:30", "ch_1"),
                sample(FileFormat.DLOCAL, "psp/dlocal", "97.01", "2026-10-09 01:00:00", "D-1"),
                sample(FileFormat.PIX, "psp/pix", "194.80", "2026-10-07T19:50:08.000Z", "E1"),
                new Sample(
                        FileFormat.CAMT053,
                        "bank",
                        twice(Samples.of(FileFormat.CAMT053), "<Ntry>", "</Ntry>"),
                        "10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>",
                        "2026-10-09</Dt></BookgDt>",
                        "0001-1"),
                new Sample(
                        FileFormat.MT940,
                        "bank",
                        twice(Samples.of(FileFormat.MT940), ":61:", "PAGAMENTO CMD1\n"),
                        "133,40",
                        "2610091009",
                        "0001/123456"),
                new Sample(
                        FileFormat.OFX,
                        "bank",
                        twice(Samples.of(FileFormat.OFX), "<STMTTRN>", "</STMTTRN>"),
                        "-283.64",
                        "20261009120000",
                        "0002-98765"),
                sample(FileFormat.CNAB240, "bank/cnab", "000000000028163", "09102026", "CMD1                "));
    }

    private static Sample sample(FileFormat format, String folder, String amount, String date, String reference) {
        return new Sample(format, folder, Samples.of(format), amount, date, reference);
    }

    /** The text with what stands from one word to the end of another written two times. */
    private static String twice(String text, String from, String to) {
        int start = text.indexOf(from);
        int end = text.indexOf(to, start) + to.length();
        return text.substring(0, end) + text.substring(start, end) + text.substring(end);
    }

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        for (Sample sample : samples()) {
            String name = sample.format().wireName();
            files.add(HostileFile.taken(sample.path(name + "-right"), sample.bytes(), sample.records()));
            wholes(sample, name, files);
            records(sample, name, files);
        }
        return files;
    }

    private static void wholes(Sample sample, String name, List<HostileFile> files) {
        String text = sample.text();
        files.add(HostileFile.unreadable(sample.path(name + "-noise"), Bytes.noise(100_000, 7), ""));
        files.add(HostileFile.unreadable(sample.path(name + "-page.html"), "<html><p>" + name + "</p></html>\n", ""));
        files.add(HostileFile.unreadable(sample.path(name + ".gz"), Bytes.gzip(sample.bytes()), "compressed"));
        files.add(HostileFile.unreadable(sample.path(name + ".zip"), Bytes.zip(sample.bytes()), "ZIP"));
        byte[] utf16 = (Bytes.MARK + text).getBytes(StandardCharsets.UTF_16LE);
        files.add(HostileFile.unreadable(sample.path(name + "-utf-16"), utf16, "UTF-16"));
        String windows = sample.format() == FileFormat.CNAB240 ? text : Bytes.MARK + text;
        files.add(HostileFile.taken(sample.path(name + "-windows"), windows.replace("\n", "\r\n"), sample.records()));
        boolean linesMatter = sample.format() != FileFormat.PIX
                && sample.format() != FileFormat.CAMT053
                && sample.format() != FileFormat.OFX;
        String macintosh = text.replace('\n', '\r');
        files.add(
                linesMatter
                        ? HostileFile.unreadable(sample.path(name + "-macintosh"), macintosh, "")
                        : HostileFile.taken(sample.path(name + "-macintosh"), macintosh, sample.records()));
    }

    private static void records(Sample sample, String name, List<HostileFile> files) {
        long others = sample.records() - 1;
        int number = 0;
        for (String amount : amounts(sample.format())) {
            number++;
            files.add(HostileFile.damaged(
                    sample.path(name + "-amount-" + number),
                    sample.with(sample.amount(), sample.amount().replaceFirst("^-?[0-9.,]+", amount)),
                    others,
                    ""));
        }
        for (String date : dates(sample.format())) {
            number++;
            files.add(HostileFile.damaged(
                    sample.path(name + "-date-" + number),
                    sample.with(sample.date(), sample.date().replaceFirst("^[-0-9]{1,10}", date)),
                    others,
                    ""));
        }
    }

    private static List<String> amounts(FileFormat format) {
        return format == FileFormat.CNAB240
                ? List.of("1e308          ", "NaN            ", "-00000000028163")
                : List.of("1e308", "NaN", "-Infinity", TOO_MANY_DIGITS, "0x10", "1 000");
    }

    private static List<String> dates(FileFormat format) {
        return switch (format) {
            case MT940 -> List.of("0000001009", "2699999999");
            case OFX -> List.of("0000010112", "9999123112");
            // A line has several dates, of which the effective one counts.
            case CNAB240 -> List.of();
            case ADYEN, STRIPE, DLOCAL, PIX, CAMT053 -> List.of("0000-01-01", "9999-12-31", "2026-02-30");
        };
    }

    /** What only one or some formats can have. */
    static List<HostileFile> special() {
        return Stream.of(csv(), pix(), xml(), banks()).flatMap(List::stream).toList();
    }

    private static List<HostileFile> csv() {
        List<HostileFile> files = new ArrayList<>();
        for (Sample sample : samples().subList(0, 3)) {
            String name = sample.format().wireName();
            String title = sample.text().lines().findFirst().orElseThrow();
            long others = sample.records() - 1;
            String rows = sample.text().substring(title.length());
            files.add(HostileFile.taken(sample.path(name + "-title-only"), title + "\n", 0));
            // Adyen's payout row has a quote of its own, which ends the field: what lies between is one record.
            files.add(HostileFile.damaged(
                    sample.path(name + "-quote"),
                    sample.with(sample.reference(), "\"" + sample.reference()),
                    sample.format() == FileFormat.ADYEN ? 0 : others,
                    "quote"));
            files.add(HostileFile.damaged(
                    sample.path(name + "-nul"), sample.with(sample.reference(), "a\0b"), others, "NUL"));
            byte[] latin = sample.with(sample.reference(), "é").getBytes(StandardCharsets.ISO_8859_1);
            files.add(HostileFile.damaged(sample.path(name + "-latin-1"), latin, others, 1, "UTF-8"));
            files.add(HostileFile.damaged(
                    sample.path(name + "-reference"),
                    sample.with(sample.reference(), Bytes.letters(10_000, 3)),
                    others,
                    "characters"));
            String needed = Arrays.asList(title.split(",")).get(1);
            files.add(HostileFile.unreadable(
                    sample.path(name + "-lacks-a-column"),
                    title.replace("currency", "c")
                                    .replace("Gross Currency", "c")
                                    .replace("NET_TOTAL_AMOUNT", "c")
                            + rows,
                    ""));
            String doubled = sample.format() == FileFormat.STRIPE ? "gross" : needed;
            if (sample.format() != FileFormat.DLOCAL) {
                files.add(HostileFile.unreadable(
                        sample.path(name + "-column-twice"),
                        doubled + "," + title + rows.replace("\n", "\n1,"),
                        "twice"));
            }
        }
        return files;
    }

    private static List<HostileFile> pix() {
        Sample pix = samples().get(3);
        long others = pix.records() - 1;
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        return List.of(
                HostileFile.unreadable("psp/pix/deep", "{\"pix\": " + deep + "}", "depth"),
                HostileFile.unreadable("psp/pix/deep-inside", pix.with("\"pay_1\"", deep), "depth"),
                HostileFile.unreadable("psp/pix/truncated", pix.text().substring(0, 300), "not complete JSON"),
                HostileFile.unreadable("psp/pix/two-lists", pix.with("\"pix\"", "\"pix\": [], \"pix\""), "twice"),
                HostileFile.unreadable("psp/pix/no-list", "{\"pix\": {}}", "no list"),
                HostileFile.damaged(
                        "psp/pix/twice", pix.with("\"194.80\"", "\"1.00\", \"valor\": \"194.80\""), others, "twice"),
                HostileFile.damaged("psp/pix/surrogate", pix.with("pay_1", "\\ud800"), others, "surrogate"),
                HostileFile.damaged("psp/pix/nul", pix.with("pay_1", "\\u0000"), others, "NUL"),
                HostileFile.damaged("psp/pix/long", pix.with("E1", Bytes.letters(10_000, 5)), others, "characters"),
                HostileFile.damaged("psp/pix/boolean", pix.with("\"194.80\"", "true"), others, "valor"),
                HostileFile.damaged("psp/pix/number", pix.with("\"194.80\"", "1e308"), others, "valor"),
                HostileFile.damaged("psp/pix/object", pix.with("\"194.80\"", "{\"a\": 1}"), others, "valor"));
    }

    private static List<HostileFile> xml() {
        Sample camt = samples().get(4);
        String start = camt.text().substring(0, camt.text().indexOf("<Document"));
        String document = camt.text().substring(start.length());
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Document [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        String bomb = laughs.append("]>").toString();
        String external = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        return List.of(
                HostileFile.unreadable("bank/laughs", start + bomb + document.replace("S1", "&l39;"), "document type"),
                HostileFile.unreadable(
                        "bank/external", start + external + document.replace("S1", "&x;"), "document type"),
                HostileFile.unreadable("bank/entity", camt.with("S1", "&x;"), ""),
                HostileFile.unreadable("bank/deep", camt.with("<Id>S1</Id>", deep), "deep"),
                HostileFile.unreadable("bank/huge-text", camt.with("S1", "x".repeat(20_000_000)), "characters"),
                HostileFile.unreadable(
                        "bank/huge-comment", camt.with("S1", "<!--" + "x".repeat(20_000_000) + "-->"), ""),
                HostileFile.unreadable(
                        "bank/huge-entry",
                        camt.with("<Ustrd>A", "<Ustrd>" + "x</Ustrd><Ustrd>".repeat(2_000_000) + "A"),
                        "entry"),
                HostileFile.unreadable("bank/truncated.xml", camt.text().substring(0, 900), "not well-formed"),
                HostileFile.unreadable(
                        "bank/not-utf-8.xml", camt.with("S1", "é").getBytes(StandardCharsets.ISO_8859_1), ""));
    }

    private static List<HostileFile> banks() {
        Sample camt = samples().get(4);
        Sample mt940 = samples().get(5);
        Sample ofx = samples().get(6);
        Sample cnab = samples().get(7);
        String letters = Bytes.letters(10_000, 11);
        return List.of(
                HostileFile.unreadable("bank/account.xml", camt.with(camt.reference(), letters), "account"),
                HostileFile.unreadable("bank/account.sta", mt940.with(mt940.reference(), letters), "account"),
                HostileFile.unreadable("bank/account.ofx", ofx.with(ofx.reference(), letters), "account"),
                HostileFile.unreadable(
                        "bank/long-field.sta",
                        mt940.with(":86:", ":86:" + ("x".repeat(100_000) + "\n").repeat(20)),
                        "field"),
                HostileFile.unreadable(
                        "bank/many-fields.sta",
                        mt940.with(":86:", ":86:" + ("x".repeat(60_000) + "\n:86:").repeat(20)),
                        "field"),
                HostileFile.damaged("bank/nul.sta", mt940.with("NTRFCMD1", "NTRF\0"), mt940.records() - 1, "NUL"),
                HostileFile.damaged("bank/nul.ofx", ofx.with("LOJA", "LO\0JA"), ofx.records() - 1, "NUL"),
                HostileFile.unreadable("bank/doctype.ofx", ofx.with("<OFX>", "<!DOCTYPE x><OFX>"), "document type"),
                HostileFile.unreadable("bank/long-tag.ofx", ofx.with("<OFX>", "<OFX><" + letters + ">"), "tag"),
                HostileFile.damaged("bank/cnab/nul", cnab.with("CMD1  ", "CMD\0  "), cnab.records() - 1, "NUL"),
                HostileFile.unreadable("bank/cnab/truncated", cnab.text().substring(0, 3 * 241), "no trailer"));
    }
}
