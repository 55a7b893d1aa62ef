package dev.comanda.batch.readers.camt;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Quoted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads camt.053 statements. */
public final class CamtStatementReader implements RecordReader {

    private static final String ISO_20022 = "urn:iso:std:iso:20022:tech:xsd:";
    private static final Pattern STATEMENT = Pattern.compile("camt\\.053\\.001\\.(\\d\\d)");
    private static final List<String> VERSIONS = List.of("02", "03", "04", "05", "06", "07", "08");

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        try {
            return document(new XmlCursor(in), sink);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // The JDK's parser throws some of its own faults unchecked on bytes that are no XML.
            if (e.getClass().getName().startsWith("com.sun.org.apache.xerces")) {
                throw new UnreadableFileException("the file is no readable XML; ask the bank for it again", e);
            }
            throw e;
        }
    }

    private static UnreadableFileException unreadable(XMLStreamException e) throws IOException {
        Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        if (cause instanceof BoundedSteps.StepTooLongException tooLong) {
            return new UnreadableFileException(tooLong.getMessage() + "; this is no statement", tooLong);
        }
        // A character that is no character of the encoding comes as an I/O exception of the parser's own.
        boolean streamFailed = cause instanceof IOException
                && !(cause instanceof java.io.CharConversionException)
                && !(cause instanceof java.io.UnsupportedEncodingException)
                && !(cause instanceof EOFException)
                && !cause.getClass().getName().contains("MalformedByteSequence");
        if (streamFailed && cause instanceof IOException failure) {
            throw failure;
        }
        String message = Quoted.message(String.valueOf(e.getMessage()));
        return new UnreadableFileException(
                "the file is not well-formed XML: %s; ask the bank for it again".formatted(message), e);
    }

    private static ReadCounts document(XmlCursor cursor, RecordSink sink)
            throws XMLStreamException, UnreadableFileException {
        cursor.root();
        checkNamespace(cursor);
        StatementFile file = new StatementFile(cursor, sink);
        cursor.children(message -> {
            if (message.equals("BkToCstmrStmt")) {
                cursor.children(part -> {
                    if (part.equals("Stmt")) {
                        file.statement();
                    }
                });
            }
        });
        cursor.end();
        if (file.statements() == 0) {
            throw new UnreadableFileException("the camt.053 file holds no statement (Stmt); ask the bank for it again");
        }
        return file.counts();
    }

    private static void checkNamespace(XmlCursor cursor) throws UnreadableFileException {
        String namespace = cursor.namespace();
        if (!cursor.name().equals("Document") || !namespace.startsWith(ISO_20022)) {
            throw new UnreadableFileException(
                    "line %d: the root element is %s in the namespace %s, which is no camt.053 statement; put a camt.053, MT940 or OFX file here"
                            .formatted(cursor.line(), Quoted.of(cursor.name()), Quoted.of(namespace)));
        }
        String message = namespace.substring(ISO_20022.length());
        Matcher statement = STATEMENT.matcher(message);
        if (!statement.matches()) {
            throw new UnreadableFileException(
                    "line %d: the file is a %s message, not an end-of-day statement; ask the bank for camt.053"
                            .formatted(cursor.line(), Quoted.of(message)));
        }
        if (!VERSIONS.contains(statement.group(1))) {
            throw new UnreadableFileException(
                    "line %d: version %s of camt.053 is not read; ask the bank for one of the versions 02 to 08"
                            .formatted(cursor.line(), statement.group(1)));
        }
    }
}
