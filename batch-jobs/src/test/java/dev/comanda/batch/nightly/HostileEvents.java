package dev.comanda.batch.nightly;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bad files of events. Each holds payments under ids of its own, so that none is a duplicate of another file's. */
final class HostileEvents {

    private HostileEvents() {}

    private static String payment(String id) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"/ordering","type":"ordering.payment.captured.v1",\
                "subject":"ord_1","time":"2026-10-07T12:46:14-03:00","datacontenttype":"application/json",\
                "data":{"paymentId":"%1$s","orderId":"ord_1","psp":"adyen","pspReference":"ref","merchantReference":"m",\
                "method":"CARD","amount":"59.89","currency":"BRL","capturedAt":"2026-10-07T12:01:00-03:00"}}"""
                .formatted(id);
    }

    private static String payments(String id, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> payment(id + "-" + number) + "\n")
                .collect(Collectors.joining());
    }

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        lines().forEach((name, line) -> {
            String text = payments(name + "-before", 1) + line + "\n" + payments(name + "-after", 1);
            files.add(HostileFile.damaged("events/" + name + ".ndjson", text, 2, ""));
            files.add(HostileFile.damaged(
                    "events/" + name + ".ndjson.gz", Bytes.gzip(Bytes.of(text.replace(name, name + "-gz"))), 2, 1, ""));
        });
        files.addAll(wholes());
        return files;
    }

    private static Map<String, String> lines() {
        String good = payment("never");
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        return Map.ofEntries(
                Map.entry("no-json", "this is no event"),
                Map.entry("cut", good.substring(0, 120)),
                Map.entry("two-in-one", good + good),
                Map.entry("list", "[1, 2]"),
                Map.entry("deep", good.replace("\"59.89\"", deep)),
                Map.entry("deep-unknown", good.replace("\"data\":{", "\"data\":{\"more\":" + deep + ",")),
                Map.entry("twice", good.replace("\"amount\":", "\"amount\":\"1.00\",\"amount\":")),
                Map.entry("twice-outside", good.replace("\"id\":", "\"id\":\"x\",\"id\":")),
                Map.entry("amount-number", good.replace("\"59.89\"", "59.89")),
                Map.entry("amount-1e308", good.replace("59.89", "1e308")),
                Map.entry("amount-nan", good.replace("59.89", "NaN")),
                Map.entry("amount-bare-nan", good.replace("\"59.89\"", "NaN")),
                Map.entry("amount-30-digits", good.replace("59.89", "123456789012345678901234567890")),
                Map.entry("id-number", good.replace("\"id\":\"never\"", "\"id\":7")),
                Map.entry("id-long", good.replace("\"id\":\"never\"", "\"id\":\"" + Bytes.letters(10_000, 1) + "\"")),
                Map.entry("reference-long", good.replace("\"ref\"", "\"" + Bytes.letters(10_000, 1) + "\"")),
                Map.entry("year-0", good.replace("2026-10-07T12:01:00", "0000-01-01T12:01:00")),
                Map.entry("year-9999", good.replace("2026-10-07T12:01:00", "9999-12-31T12:01:00")),
                Map.entry("february-30", good.replace("2026-10-07T12:01:00", "2026-02-30T12:01:00")),
                Map.entry("surrogate", good.replace("\"ref\"", "\"\\ud800\"")),
                Map.entry("escaped-nul", good.replace("\"ref\"", "\"\\u0000\"")),
                Map.entry("nul", good.replace("\"ref\"", "\"\0\"")),
                Map.entry("huge-number", good.replace("\"59.89\"", "1".repeat(100_000))),
                Map.entry("too-long", good.replace("\"ref\"", "\"" + "x".repeat(1 << 20) + "\"")));
    }

    private static List<HostileFile> wholes() {
        byte[] good = Bytes.of(payments("plain", 3));
        byte[] zipped = Bytes.gzip(Bytes.of(payments("zipped", 100)));
        byte[] flipped = Bytes.gzip(Bytes.of(payments("flipped", 100)));
        flipped[flipped.length / 2] ^= 0x55;
        byte[] latin = payments("latin", 1).replace("ref", "é").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = payments("utf", 1).getBytes(StandardCharsets.UTF_16LE);
        return List.of(
                HostileFile.unreadable(
                        "events/truncated.ndjson.gz", Arrays.copyOf(zipped, zipped.length - 20), "breaks off"),
                HostileFile.unreadable("events/cut-to-10-bytes.ndjson.gz", Arrays.copyOf(zipped, 10), "breaks off"),
                HostileFile.unreadable("events/flipped.ndjson.gz", flipped, "breaks off"),
                HostileFile.unreadable(
                        "events/garbage-behind.ndjson.gz",
                        Bytes.joined(Bytes.gzip(Bytes.of(payments("garbage", 5))), Bytes.noise(5_000, 5)),
                        "breaks off"),
                HostileFile.unreadable(
                        "events/second-member-hurt.ndjson.gz",
                        Bytes.joined(
                                Bytes.gzip(Bytes.of(payments("hurt-1", 5))),
                                Bytes.of("x"),
                                Bytes.gzip(Bytes.of(payments("hurt-2", 5)))),
                        "breaks off"),
                HostileFile.unreadable("events/zip.ndjson.gz", Bytes.zip(Bytes.of(payments("zip", 5))), "ZIP"),
                HostileFile.taken(
                        "events/members.ndjson.gz",
                        Bytes.joined(
                                Bytes.gzip(Bytes.of(payments("member-1", 5))),
                                Bytes.gzip(new byte[0]),
                                Bytes.gzip(Bytes.of(payments("member-2", 5)))),
                        10),
                HostileFile.taken("events/plain-inside.ndjson.gz", good, 3),
                HostileFile.taken("events/zipped-inside.ndjson", zipped, 100),
                HostileFile.taken("events/mark.ndjson", Bytes.MARK + payments("mark", 2), 2),
                HostileFile.taken(
                        "events/windows.ndjson", payments("windows", 2).replace("\n", "\r\n"), 2),
                HostileFile.taken("events/no-end.ndjson", payments("end", 2).strip(), 2),
                HostileFile.taken("events/blank.ndjson", "\n \n\r\n" + payments("blank", 1) + "\n\n", 1),
                HostileFile.damaged(
                        "events/macintosh.ndjson", payments("mac", 3).replace('\n', '\r'), 0, "more behind"),
                HostileFile.damaged(
                        "events/latin-1.ndjson", Bytes.joined(latin, Bytes.of(payments("l", 1))), 1, 1, "UTF-8"),
                HostileFile.damaged("events/utf-16.ndjson", utf16, 0, 2, "NUL"),
                HostileFile.taken("events/two-marks.ndjson", Bytes.MARK + Bytes.MARK + payments("marks", 2), 2));
    }
}
