package dev.comanda.cost.bill.manifest;

/** A manifest that is none; the message is the rest of a sentence that begins with the manifest's name. */
public final class UnreadableManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableManifestException(String sentence) {
        super(sentence);
    }
}
