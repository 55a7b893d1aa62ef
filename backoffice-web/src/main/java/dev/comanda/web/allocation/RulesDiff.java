package dev.comanda.web.allocation;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;

/** What is different between two files, line by line, with a few lines around. */
final class RulesDiff {

    private static final int AROUND = 3;

    private RulesDiff() {}

    /** @param sign {@code +}, {@code -}, a space, or an ellipsis where lines are left out */
    record Line(String sign, String text) {}

    static List<Line> of(String before, String after) {
        List<DiffRow> rows = DiffRowGenerator.create()
                .lineNormalizer(line -> line)
                .build()
                .generateDiffRows(before.lines().toList(), after.lines().toList());
        List<Line> lines = new ArrayList<>();
        for (int each = 0; each < rows.size(); each++) {
            DiffRow row = rows.get(each);
            if (row.getTag() == DiffRow.Tag.EQUAL) {
                addUnchanged(rows, each, lines);
                continue;
            }
            if (row.getTag() != DiffRow.Tag.INSERT) {
                lines.add(new Line("-", row.getOldLine()));
            }
            if (row.getTag() != DiffRow.Tag.DELETE) {
                lines.add(new Line("+", row.getNewLine()));
            }
        }
        return lines;
    }

    private static void addUnchanged(List<DiffRow> rows, int at, List<Line> lines) {
        List<DiffRow> around = rows.subList(Math.max(0, at - AROUND), Math.min(rows.size(), at + AROUND + 1));
        boolean isNear = around.stream().anyMatch(row -> row.getTag() != DiffRow.Tag.EQUAL);
        if (isNear) {
            lines.add(new Line(" ", rows.get(at).getOldLine()));
        } else if (lines.isEmpty() || !lines.get(lines.size() - 1).sign().equals("…")) {
            lines.add(new Line("…", ""));
        }
    }
}
