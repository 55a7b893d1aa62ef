package dev.comanda.batch.outstanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What comes on 2026-11-18 for items of before: a Pix, a credit, two debits, an accrual and an earning. */
final class DayOne {

    private DayOne() {}

    static void write(Path inbox) throws IOException {
        for (String each : new String[] {"events", "psp/pix", "bank"}) {
            Files.createDirectories(inbox.resolve(each));
        }
        Files.writeString(
                inbox.resolve("psp/pix/day.json"),
                """
                {"parametros":{"inicio":"2026-11-18T00:00:00Z","fim":"2026-11-19T00:00:00Z","paginacao":{"paginaAtual":0,
                "itensPorPagina":100,"quantidadeDePaginas":1,"quantidadeTotalDeItens":1}},
                "pix":[{"endToEndId":"E1","txid":"tx1","valor":"50.00","horario":"2026-11-18T10:00:00Z"}]}
                """);
        Files.writeString(
                inbox.resolve("bank/day.sta"),
                """
                :20:DAY
                :25:BANK/1
                :28C:5/1
                :60F:C261117BRL1000,00
                :61:2611181118C900,00NTRFNONREF
                :86:STRIPE PO1
                :61:2611181118D300,00NTRFNONREF
                :86:REST77
                :61:2611181118D120,00NTRFNONREF
                :86:COUR88
                :62F:C261118BRL1480,00
                """);
        Files.writeString(
                inbox.resolve("events/day.ndjson"),
                event(
                                "1",
                                "/restaurant",
                                "restaurant.earning.accrued.v1",
                                """
                                {"accrualId":"acc_1","orderId":"ord_3","restaurantId":"rest_1","currency":"BRL","base":"10.00",
                                "commissionRate":"0.10","commission":"1.00","paymentFee":"0","adjustments":"0","net":"9.00",
                                "accruedAt":"2026-11-18T09:00:00-03:00"}""")
                        + event(
                                "2",
                                "/courier",
                                "courier.earning.accrued.v1",
                                """
                                {"earningId":"earn_1","orderId":"ord_3","courierId":"cour_1","currency":"BRL","base":"5.00",
                                "distance":"0","tip":"0","incentive":"0","total":"5.00",
                                "accruedAt":"2026-11-18T09:00:00-03:00"}"""));
    }

    private static String event(String id, String source, String type, String data) {
        return """
                {"specversion":"1.0","id":"e-%s","source":"%s","type":"%s","subject":"s","time":"2026-11-18T12:00:00-03:00",
                "datacontenttype":"application/json","data":%s}"""
                        .formatted(id, source, type, data)
                        .replace("\n", "")
                + "\n";
    }
}
