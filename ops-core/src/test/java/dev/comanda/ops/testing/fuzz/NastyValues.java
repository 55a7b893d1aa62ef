package dev.comanda.ops.testing.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What stands in fields where it should not. */
final class NastyValues {

    private static final int HUGE = 1_100_000;
    private static final int LONG = 5_000;
    private static final int RARE = 60;

    private static final List<byte[]> TEXTS = Stream.of(
                    "",
                    " ",
                    "-",
                    "+",
                    "0",
                    "-0",
                    "-1",
                    "1",
                    "00012",
                    "0.1",
                    ".5",
                    "5.",
                    "1,5",
                    "1.234,56",
                    "1e308",
                    "1E-400",
                    "1e999999999",
                    "1e99999999999",
                    "1E-2147483649",
                    "-1.5e2147483648",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "0x1F",
                    "9223372036854775808",
                    "99999999999999999999999999999",
                    "0.0000000000000000000000000001",
                    "123456789012345678.123456789012",
                    "0000-00-00",
                    "2026-02-30",
                    "1969-12-31",
                    "9999-12-31",
                    "10000-01-01",
                    "+999999999-12-31",
                    "2026-13-01T00:00:00Z",
                    "2026-10-07T24:00:00Z",
                    "2026-10-07T23:59:60Z",
                    "2026-10-07T12:00:00+99:99",
                    "20261009",
                    "261332",
                    "BRL",
                    "USD",
                    "XXX",
                    "ABC",
                    "brl",
                    "JPY",
                    "R$",
                    "\"",
                    "\"\"",
                    "'",
                    "''",
                    "`",
                    "\\",
                    "\\\"",
                    "\\u0000",
                    "\\ud800",
                    "\\x00",
                    "%00",
                    "%s%n",
                    "${a}",
                    "#{1}",
                    "{{7*7}}",
                    "=1+1",
                    "@SUM(A1)",
                    "' or '1'='1",
                    "; drop table x",
                    "<",
                    ">",
                    "</a>",
                    "<!--",
                    "]]>",
                    "<![CDATA[",
                    "&",
                    "&x;",
                    "&#0;",
                    "&#xD800;",
                    "&lt;",
                    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
                    ":61:",
                    ":86:",
                    "-}",
                    "{4:",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[",
                    "{",
                    "]",
                    "}",
                    ",",
                    ";",
                    "|",
                    "\t",
                    "\n",
                    "\r",
                    "\r\n",
                    "\n\n",
                    "\u000b",
                    "\f",
                    "\u0085",
                    "\u2028",
                    "\ufeff",
                    "\u200b",
                    "\u202e",
                    "é",
                    "ß",
                    "İ",
                    "Ａ",
                    "٣",
                    "一",
                    "😀",
                    "\uffff",
                    "../../etc/passwd",
                    "C:\\con",
                    "a\u0000b",
                    "*",
                    "**",
                    "*?",
                    "- ",
                    ": ",
                    "#",
                    "!!net.URL [a]",
                    "&a",
                    "*a",
                    "<<: *a")
            .map(Bytes::of)
            .toList();

    private static final List<byte[]> NO_TEXT = List.of(
            new byte[] {0},
            new byte[] {0, 0, 0, 0},
            new byte[] {(byte) 0xFF},
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0x1A},
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            new byte[] {(byte) 0xA0},
            new byte[] {0x1B, '[', '3', '1', 'm'});

    private static final List<byte[]> REPEATED = Stream.of(
                    "x", "9", "0", "\"", ",", " ", "\\", "é", "1.", "<a>", "[", "{\"a\":", "(", "- ", "&a ", "${")
            .map(Bytes::of)
            .toList();

    private NastyValues() {}

    static byte[] one(Random random) {
        int kind = random.nextInt(RARE);
        if (kind == 0) {
            byte[] part = Bytes.oneOf(REPEATED, random);
            int most = random.nextInt(RARE) == 0 ? HUGE : LONG;
            return Bytes.repeated(part, most / part.length);
        }
        return kind < RARE / 6 ? Bytes.oneOf(NO_TEXT, random) : Bytes.oneOf(TEXTS, random);
    }
}
