package dev.comanda.batch.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * A gzip stream whose blocks are stored as they are (RFC 1951, section 3.2.4). What a deflater makes of the
 * same input differs between the versions of zlib that Java runs on; these bytes do not.
 */
final class StoredGzip extends OutputStream {

    private static final int LARGEST_BLOCK = 65_535;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private final byte[] block = new byte[LARGEST_BLOCK];
    private int used;
    private long total;

    StoredGzip(OutputStream out) throws IOException {
        super();
        this.out = out;
        out.write(HEADER);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int count) throws IOException {
        checksum.update(source, offset, count);
        total += count;
        int from = offset;
        int left = count;
        while (left > 0) {
            if (used == LARGEST_BLOCK) {
                writeBlock(0);
            }
            int taken = Math.min(left, LARGEST_BLOCK - used);
            System.arraycopy(source, from, block, used, taken);
            used += taken;
            from += taken;
            left -= taken;
        }
    }

    @Override
    public void close() throws IOException {
        writeBlock(1);
        writeLittleEndian(checksum.getValue(), 4);
        writeLittleEndian(total, 4);
        out.close();
    }

    private void writeBlock(int isLast) throws IOException {
        out.write(isLast);
        writeLittleEndian(used, 2);
        writeLittleEndian(~used, 2);
        out.write(block, 0, used);
        used = 0;
    }

    private void writeLittleEndian(long value, int count) throws IOException {
        for (int index = 0; index < count; index++) {
            out.write((int) (value >>> (8 * index)) & 0xff);
        }
    }
}
