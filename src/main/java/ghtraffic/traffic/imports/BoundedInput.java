package ghtraffic.traffic.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an exception instead of growing too large, whatever was promised of its length. */
final class BoundedInput extends FilterInputStream {

    /** The largest file, in bytes: 20 MB. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    /** More than any honest line has, with what is read ahead. */
    private static final int MOST_BYTES_A_LINE = 64 * 1024;

    /** The file is larger than 20 MB. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** A line is longer than a line can be. */
    static final class TooLongLineException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private long total;
    private long ofLine;

    BoundedInput(InputStream in) {
        super(in);
    }

    /** Says that a line was read and the next one begins. */
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
