package dev.comanda.batch.readers.pix;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Quoted;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads the list of Pix payments that {@code GET /pix} answers. */
public final class PixListReader implements RecordReader {

    private static final long MAX_PAYMENTS = 100_000_000;
    private static final int MAX_DEPTH = 50;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(RecordingStream.MAX_ELEMENT)
                    .build())
            .build();

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        RecordingStream recording = new RecordingStream(withoutByteOrderMark(in));
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), recording)) {
            return answer(parser, recording, sink);
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof RecordingStream.ElementTooLongException tooLong) {
                throw new UnreadableFileException(
                        tooLong.getMessage() + "; ask for the list in smaller pages", tooLong);
            }
            throw e.getCause();
        } catch (JacksonException e) {
            throw new UnreadableFileException(
                    "the file is not complete JSON: %s%s; fetch the list again"
                            .formatted(Quoted.message(e.getOriginalMessage()), place(e.getLocation())),
                    e);
        }
    }

    /** Limits of the parser that break say no place. */
    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static InputStream withoutByteOrderMark(InputStream in) throws UnreadableFileException, IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(3);
        byte[] start = buffered.readNBytes(3);
        if (start.length == 0) {
            throw new UnreadableFileException("the file is empty; the answer of GET /pix is expected, fetch it again");
        }
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!mark) {
            buffered.reset();
            if (start[0] <= 0) {
                throw new UnreadableFileException("the file is not JSON in UTF-8; fetch the list again as UTF-8");
            }
        }
        return buffered;
    }

    private static ReadCounts answer(JsonParser parser, RecordingStream recording, RecordSink sink)
            throws UnreadableFileException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new UnreadableFileException("the file is empty; the answer of GET /pix is expected, fetch it again");
        }
        PixPayments payments = new PixPayments(sink);
        boolean found = false;
        if (first == JsonToken.START_OBJECT) {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                String name = parser.currentName();
                recording.forgetBefore(parser.currentTokenLocation().getByteOffset());
                if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("pix")) {
                    if (found) {
                        throw new UnreadableFileException(
                                "line %d: the list named pix is there twice; keep one answer of GET /pix per file"
                                        .formatted(parser.currentTokenLocation().getLineNr()));
                    }
                    found = true;
                    list(parser, recording, payments);
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!found) {
            throw new UnreadableFileException(
                    "the JSON has no list named pix, so it is not the answer of GET /pix; put that answer here");
        }
        if (parser.nextToken() != null) {
            throw new UnreadableFileException(
                    "line %d: there is more after the end of the answer; keep one answer of GET /pix per file"
                            .formatted(parser.currentTokenLocation().getLineNr()));
        }
        return payments.counts();
    }

    private static void list(JsonParser parser, RecordingStream recording, PixPayments payments)
            throws UnreadableFileException {
        long ordinal = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            ordinal++;
            if (ordinal > MAX_PAYMENTS) {
                throw new UnreadableFileException(
                        "the list has more than %,d payments; ask for smaller pages".formatted(MAX_PAYMENTS));
            }
            recording.forgetBefore(parser.currentTokenLocation().getByteOffset());
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                parser.finishToken();
                payments.noPayment(ordinal, recording.keptUntil(offset(parser)));
                continue;
            }
            List<PixFields> returns = new ArrayList<>();
            PixFields payment = PixFields.read(parser, returns);
            long end = offset(parser);
            payments.take(ordinal, payment, returns, () -> recording.keptUntil(end));
        }
    }

    private static long offset(JsonParser parser) {
        return parser.currentLocation().getByteOffset();
    }
}
