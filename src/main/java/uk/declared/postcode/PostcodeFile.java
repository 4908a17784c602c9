package uk.declared.postcode;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import uk.declared.election.GssCode;

/**
 * The head of an extract of postcodes ({@link PostcodeExtract}).
 *
 * @param latest the last month in which a postcode was introduced or ended: what the directory knows is as at then
 * @param live how many postcodes are in use
 * @param ended how many are no longer
 * @param unusable how many rows of the directory had none
 * @param outwards the outward codes in their order
 * @param begins the place of the first postcode of each outward code
 * @param wards the codes of wards, to be counted from 1
 * @param divisions the codes of county electoral divisions, to be counted from 1
 */
record PostcodeFile(
        YearMonth latest,
        int live,
        int ended,
        int unusable,
        List<String> outwards,
        int[] begins,
        List<String> wards,
        List<String> divisions) {
    private static final String MARK = "declared-postcodes 1";
    static final int ENTRY = 8;

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(MARK);
        out.writeUTF(latest.toString());
        out.writeInt(live);
        out.writeInt(ended);
        out.writeInt(unusable);
        out.writeInt(outwards.size());
        for (int i = 0; i < outwards.size(); i++) {
            out.writeUTF(outwards.get(i));
            out.writeInt(begins[i]);
        }
        write(wards, out);
        write(divisions, out);
    }

    private static void write(List<String> codes, DataOutputStream out) throws IOException {
        out.writeInt(codes.size());
        for (String code : codes) {
            out.writeUTF(code);
        }
    }

    static PostcodeFile read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(MARK)) {
                throw new IOException(file + " is no extract of postcodes of this version");
            }
            YearMonth latest = YearMonth.parse(in.readUTF());
            int live = in.readInt();
            int ended = in.readInt();
            int unusable = in.readInt();
            List<String> outwards = new ArrayList<>();
            int[] begins = new int[in.readInt()];
            for (int i = 0; i < begins.length; i++) {
                outwards.add(in.readUTF());
                begins[i] = in.readInt();
            }
            return new PostcodeFile(latest, live, ended, unusable, outwards, begins, codes(in), codes(in));
        }
    }

    private static List<String> codes(DataInputStream in) throws IOException {
        List<String> codes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            codes.add(in.readUTF());
        }
        return codes;
    }

    /** What stands in the file of a postcode: one look at a disk, of at most 54 kB. */
    Optional<Postcodes.Entry> find(Postcode postcode, Path file) throws IOException {
        int outward = Collections.binarySearch(outwards, postcode.outward());
        if (outward < 0) {
            return Optional.empty();
        }
        int all = live + ended;
        int from = begins[outward];
        int until = outward + 1 < begins.length ? begins[outward + 1] : all;
        ByteBuffer block = ByteBuffer.allocate((until - from) * ENTRY);
        try (FileChannel channel = FileChannel.open(file)) {
            long at = channel.size() - (long) (all - from) * ENTRY;
            while (block.hasRemaining()) {
                int read = channel.read(block, at + block.position());
                if (read < 0) {
                    throw new IOException(file + " is shorter than it says");
                }
            }
        }
        return find(postcode, block, until - from);
    }

    private Optional<Postcodes.Entry> find(Postcode postcode, ByteBuffer block, int entries) {
        int wanted = postcode.inwardNumber();
        int low = 0;
        int high = entries - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle * ENTRY;
            int found = block.getShort(at) & 0xFFFF;
            if (found == wanted) {
                return Optional.of(new Postcodes.Entry(
                        postcode,
                        code(wards, block.getShort(at + 2)),
                        code(divisions, block.getShort(at + 4)),
                        month(block.getShort(at + 6) & 0xFFFF)));
            }
            if (found < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    private static Optional<GssCode> code(List<String> codes, short number) {
        int at = number & 0xFFFF;
        return at == 0 ? Optional.empty() : GssCode.parse(codes.get(at - 1));
    }

    private static Optional<YearMonth> month(int months) {
        return months == 0 ? Optional.empty() : Optional.of(YearMonth.of(months / 12, months % 12 + 1));
    }
}
