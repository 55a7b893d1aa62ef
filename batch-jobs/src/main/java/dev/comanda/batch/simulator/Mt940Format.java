package dev.comanda.batch.simulator;

import java.io.IOException;
import java.time.LocalDate;

/** A SWIFT MT940 message. */
final class Mt940Format implements StatementFormat {

    private static final String ACCOUNT = "0001/123456";

    private final Line line = new Line();

    @Override
    public String account() {
        return ACCOUNT;
    }

    @Override
    public String pathOn(long day) {
        return "bank/extrato-0001-123456-" + LocalDate.ofEpochDay(day) + ".sta";
    }

    @Override
    public void write(InboxFile file, Statement statement) throws IOException {
        String date = shortDate(statement.day());
        file.write(line.clear()
                .text("{1:F01BRASBRRJAXXX0000000000}{2:O9401200")
                .text(date)
                .text("BRASBRRJXXXX0000000000")
                .text(date)
                .text("1200N}{4:\r\n"));
        file.write(line.clear().text(":20:STMT").number(statement.sequence()).text("\r\n"));
        file.write(line.clear().text(":25:").text(ACCOUNT).text("\r\n"));
        file.write(line.clear().text(":28C:").number(statement.sequence()).text("/1\r\n"));
        balance(file, ":60F:", statement.opening(), date);
        for (BankMovement movement : statement.movements()) {
            file.write(entry(movement, date));
            file.write(line.clear().text(":86:").text(movement.text()).text("\r\n"));
        }
        balance(file, ":62F:", statement.closing(), date);
        file.write(line.clear().text("-}\r\n"));
    }

    private Line entry(BankMovement movement, String date) {
        line.clear().text(":61:").text(date).text(date.substring(2)).text(movement.amount() < 0 ? "D" : "C");
        amount(movement.amount()).text("NTRF").text(movement.endToEndId().isEmpty() ? "NONREF" : movement.endToEndId());
        if (!movement.servicerReference().isEmpty()) {
            line.text("//").text(movement.servicerReference());
        }
        return line.text("\r\n");
    }

    private void balance(InboxFile file, String tag, long amount, String date) throws IOException {
        line.clear().text(tag).text(amount < 0 ? "D" : "C").text(date).text("BRL");
        file.write(amount(amount).text("\r\n"));
    }

    private Line amount(long amount) {
        long size = Math.abs(amount);
        return line.padded(size / 100, 1).text(",").padded(size % 100, 2);
    }

    private static String shortDate(long day) {
        String date = LocalDate.ofEpochDay(day).toString();
        return date.substring(2, 4) + date.substring(5, 7) + date.substring(8, 10);
    }
}
