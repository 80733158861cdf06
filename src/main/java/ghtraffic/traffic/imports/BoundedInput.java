package ghtraffic.traffic.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails as soon as more than the allowed number of bytes was read, whatever length was announced. */
final class BoundedInput extends FilterInputStream {

    /** The largest file, in bytes: 20 MB. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    /** The longest line, in bytes: more than any real line has, including what is read ahead. */
    private static final int MOST_BYTES_A_LINE = 64 * 1024;

    /** Thrown when the file is larger than 20 MB. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Thrown when a line is longer than 64 KB. */
    static final class TooLongLineException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private long total;
    private long ofLine;

    BoundedInput(InputStream in) {
        super(in);
    }

    /** Starts counting the bytes of the next line. */
    void beginLine() {
        ofLine = 0;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        total += read;
        ofLine += read;
        if (total > MOST_BYTES) {
            throw new TooLargeException();
        }
        if (ofLine > MOST_BYTES_A_LINE) {
            throw new TooLongLineException();
        }
    }
}
