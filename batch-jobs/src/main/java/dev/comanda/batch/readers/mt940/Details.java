package dev.comanda.batch.readers.mt940;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The information to an entry, field 86, as one line of text. */
final class Details {

    /** A line is full at 65 characters, a numbered part at 27: what is full goes on in the next without a blank. */
    private static final int FULL_LINE = 65;

    private static final int FULL_PART = 27;
    private static final Pattern STRUCTURED = Pattern.compile("^\\d{3}([?>])\\d{2}", Pattern.DOTALL);

    private Details() {}

    /** Joins the lines of one field. */
    static @Nullable String text(List<String> lines) {
        Matcher structured = STRUCTURED.matcher(lines.get(0).strip());
        String text = structured.find() ? parts(lines, structured.group(1)) : plain(lines);
        String tidy = text.strip().replaceAll("\\s+", " ");
        return tidy.isEmpty() ? null : tidy;
    }

    private static String plain(List<String> lines) {
        StringBuilder text = new StringBuilder();
        int previous = FULL_LINE;
        for (String line : lines) {
            text.append(previous >= FULL_LINE ? "" : " ").append(line);
            previous = line.length();
        }
        return text.toString();
    }

    private static String parts(List<String> lines, @Nullable String sign) {
        String whole = String.join("", lines).strip();
        StringBuilder text = new StringBuilder();
        int previous = 0;
        for (String part : whole.split(Pattern.quote(String.valueOf(sign)) + "(?=\\d{2})")) {
            boolean numbered = part.length() >= 2 && Character.isDigit(part.charAt(0));
            String content = numbered && text.length() > 0 ? part.substring(2) : part;
            text.append(previous >= FULL_PART ? "" : " ").append(content);
            previous = content.length();
        }
        return text.toString();
    }
}
