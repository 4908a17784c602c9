package uk.declared.submission.workbook;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import uk.declared.submission.workbook.UnreadableWorkbookException.Reason;

/**
 * A compound file ([MS-CFB]): what Office wrote before XLSX, and what a workbook with a password is wrapped in today. Its
 * directory tells which.
 */
public final class OldDocument {
    private static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int SECTOR_SHIFT = 30;
    private static final int FIRST_DIRECTORY_SECTOR = 48;
    private static final int HEADER = 512;
    private static final int LOOKED_AT = 8_192;

    private OldDocument() {}

    /** Whether a file begins as a compound file does. */
    public static boolean begins(byte[] bytes) {
        return bytes.length >= SIGNATURE.length && Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length));
    }

    /** Why the file is not read, where it is a compound file. */
    static Optional<Reason> reason(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] header = read(file, 0, HEADER);
            if (!begins(header)) {
                return Optional.empty();
            }
            return Optional.of(isEncrypted(file, header) ? Reason.ENCRYPTED : Reason.OLD);
        }
    }

    private static boolean isEncrypted(RandomAccessFile file, byte[] header) throws IOException {
        if (header.length < HEADER) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int shift = Math.min(Math.max(buffer.getShort(SECTOR_SHIFT), 9), 12);
        long sector = Integer.toUnsignedLong(buffer.getInt(FIRST_DIRECTORY_SECTOR));
        String directory = new String(read(file, (sector + 1) << shift, LOOKED_AT), StandardCharsets.UTF_16LE);
        return directory.contains("EncryptedPackage");
    }

    private static byte[] read(RandomAccessFile file, long from, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - from))];
        file.seek(Math.max(0, Math.min(from, file.length())));
        file.readFully(bytes);
        return bytes;
    }
}
