package dev.comanda.batch.simulator;

import java.util.List;

/**
 * One entry of a bank statement.
 *
 * @param amount hundredths, positive towards us
 * @param endToEndId empty where there is none
 * @param servicerReference empty where there is none
 * @param text the remittance text
 * @param parts what a collective entry is made of; empty for a single one
 */
record BankMovement(long amount, String endToEndId, String servicerReference, String text, List<BankMovement> parts) {

    /** The places of an entry that can carry our reference. */
    enum Place {
        END_TO_END_ID,
        SERVICER_REFERENCE,
        REMITTANCE_TEXT
    }

    static BankMovement naming(String reference, long amount, Place place) {
        String kind = amount < 0 ? "PAGAMENTO" : "RECEBIMENTO";
        return switch (place) {
            case END_TO_END_ID -> new BankMovement(amount, reference, "", kind + " ENVIADO AO BANCO", List.of());
            case SERVICER_REFERENCE -> new BankMovement(amount, "", reference, kind + " EM LOTE", List.of());
            case REMITTANCE_TEXT -> new BankMovement(amount, "", "", kind + " " + reference + " OK", List.of());
        };
    }

    /** An entry that says nothing of ours. */
    static BankMovement anonymous(String text, long amount) {
        return new BankMovement(amount, "", "", text, List.of());
    }

    static BankMovement collective(List<BankMovement> parts) {
        long sum = parts.stream().mapToLong(BankMovement::amount).sum();
        return new BankMovement(sum, "", "", "PAGAMENTO COLETIVO", List.copyOf(parts));
    }
}
