package dev.comanda.ops.marketplace;

/**
 * The id that makes an event unique among all events, whatever its technical id is.
 *
 * @param family which kind of id it is; ids of different families never meet
 * @param id the id itself
 * @param detail what tells events with the same id apart (an order's version), empty where the id alone is unique
 */
public record BusinessId(String family, String id, String detail) {

    /** An id that is unique by itself within its family. */
    static BusinessId of(String family, String id) {
        return new BusinessId(family, id, "");
    }

    /** An order's events are told apart by their version alone, whatever their type. */
    static BusinessId ofOrder(String orderId, int version) {
        return new BusinessId("order", orderId, Integer.toString(version));
    }

    /** This id as one word, unique within its family. */
    public String asText() {
        return detail.isEmpty() ? id : id + "#" + detail;
    }
}
