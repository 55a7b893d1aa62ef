package dev.comanda.ops.ingest;

/**
 * The company whose business a source tells of. Nothing of one is matched with what is another's.
 *
 * @param name as it is configured
 */
public record LegalEntity(String name) {

    /** Whose everything is where nothing else is said. */
    public static final LegalEntity DEFAULT = new LegalEntity("Comanda");

    public LegalEntity {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a legal entity has a name");
        }
    }
}
