package dev.comanda.batch.readers.camt;

import dev.comanda.batch.readers.UnreadableFileException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through an XML file from element to element, hardened: no document type, no entities, bounded in depth. */
final class XmlCursor {

    private static final int MAX_DEPTH = 64;

    /** The text of one element has at most this many characters. */
    private static final int MAX_TEXT = 16 * 1024;

    /** The texts of one entry have at most this many characters, of which each text costs some more. */
    private static final long MAX_TEXTS = 16L * 1024 * 1024;

    private static final int COST_OF_A_TEXT = 40;

    /** Of the element that is kept for a reject, at most this many characters. */
    private static final int MAX_KEPT = 64 * 1024;

    private final XMLStreamReader reader;
    private final BoundedSteps steps;
    private int depth;
    private long charactersTaken;
    private @Nullable StringBuilder kept;

    /** What to do at a child element; what it leaves unread is skipped. */
    interface Child {
        void at(String name) throws XMLStreamException, UnreadableFileException;
    }

    XmlCursor(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        steps = new BoundedSteps(in);
        reader = factory.createXMLStreamReader(steps);
    }

    /** Goes to the root element. */
    void root() throws XMLStreamException, UnreadableFileException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // What stands before the root says nothing.
        }
    }

    /** Reads on to the end of the file, where only comments may stand. */
    void end() throws XMLStreamException, UnreadableFileException {
        while (reader.hasNext()) {
            next();
        }
    }

    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    long line() {
        return reader.getLocation().getLineNumber();
    }

    /** Visits the children of the element the cursor stands at, and leaves it. */
    void children(Child child) throws XMLStreamException, UnreadableFileException {
        int inside = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.at(name());
                skipTo(inside);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
        }
    }

    /** The text of the element the cursor stands at, without blanks around it; leaves the element. */
    String text() throws XMLStreamException, UnreadableFileException {
        return textOrChild("");
    }

    /** The same, or where the text stands in a child of the given name, that child's. */
    String textOrChild(String child) throws XMLStreamException, UnreadableFileException {
        String name = name();
        int inside = depth;
        boolean inChild = false;
        StringBuilder text = new StringBuilder();
        while (depth >= inside) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inChild = depth == inside + 1 && name().equals(child);
            }
            boolean characters = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (characters && (depth == inside || (inChild && depth == inside + 1))) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
            if (text.length() > MAX_TEXT) {
                throw new UnreadableFileException(
                        "line %d: the element %s holds more than %,d characters; ask the bank for the statement again"
                                .formatted(line(), name, MAX_TEXT));
            }
        }
        charactersTaken += text.length() + COST_OF_A_TEXT;
        if (charactersTaken > MAX_TEXTS) {
            throw new UnreadableFileException(
                    "line %d: one entry holds more than %,d characters; ask the bank for the statement again"
                            .formatted(line(), MAX_TEXTS));
        }
        return text.toString().strip();
    }

    /** Starts to keep the element the cursor stands at, so that it can be shown if it is refused. */
    void keep() {
        kept = new StringBuilder();
        charactersTaken = 0;
        keepStart(kept);
    }

    /** What was kept, written anew from what was read. */
    String kept() {
        String text = kept == null ? "" : kept.toString();
        kept = null;
        return text;
    }

    private void skipTo(int wanted) throws XMLStreamException, UnreadableFileException {
        while (depth > wanted) {
            next();
        }
    }

    private int next() throws XMLStreamException, UnreadableFileException {
        steps.step();
        int event = reader.next();
        StringBuilder copy = kept != null && kept.length() < MAX_KEPT ? kept : null;
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > MAX_DEPTH) {
                    throw new UnreadableFileException("line %d: elements lie more than %d deep; this is no statement"
                            .formatted(line(), MAX_DEPTH));
                }
                if (copy != null) {
                    keepStart(copy);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                if (copy != null) {
                    copy.append("</").append(name()).append('>');
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableFileException(
                        "line %d: the file declares a document type or uses an entity, which no statement needs and none may; ask the bank for it without"
                                .formatted(line()));
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (copy != null) {
                    copy.append(reader.getText().strip().replace("&", "&amp;").replace("<", "&lt;"));
                }
            }
            default -> {
                // Comments and instructions say nothing.
            }
        }
        return event;
    }

    private void keepStart(StringBuilder copy) {
        copy.append('<').append(name());
        String currency = attribute("Ccy");
        if (currency != null) {
            copy.append(" Ccy=\"").append(currency).append('"');
        }
        copy.append('>');
    }
}
