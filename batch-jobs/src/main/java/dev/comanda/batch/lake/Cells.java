package dev.comanda.batch.lake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** How values stand in a row; what does not apply is null and not empty. */
final class Cells {

    private static final int DECIMAL_BYTES = 16;

    private Cells() {}

    static void text(Group row, String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            row.add(column, value);
        }
    }

    static void list(Group row, String column, String joined) {
        Group list = row.addGroup(column);
        if (!joined.isEmpty()) {
            Arrays.stream(joined.split("\\|", -1))
                    .forEach(each -> list.addGroup("list").add("element", each));
        }
    }

    /** Big-endian two's complement, as the format wants it; more decimals than the column has are an error, never rounded away. */
    static void decimal(Group row, String column, @Nullable BigDecimal value, int scale) {
        if (value == null) {
            return;
        }
        byte[] digits =
                value.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().toByteArray();
        byte[] cell = new byte[DECIMAL_BYTES];
        Arrays.fill(cell, (byte) (value.signum() < 0 ? 0xff : 0));
        System.arraycopy(digits, 0, cell, DECIMAL_BYTES - digits.length, digits.length);
        row.add(column, Binary.fromConstantByteArray(cell));
    }
}
