package uk.declared.postcode;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.declared.election.GssCode;

/**
 * Takes out of a directory of postcodes what is asked of it: of each postcode its ward, its county division and the month in
 * which it was ended. Some 2.7 million rows of a table of more than a gigabyte become a file of 22 MB:
 *
 * <ol>
 *   <li>a head ({@link PostcodeFile}), with the outward codes in their order and where the postcodes of each begin,
 *   <li>the codes of the wards and of the divisions, each once,
 *   <li>eight bytes for each postcode, in order: inward code, ward, division, month of its end.
 * </ol>
 *
 * The same directory gives the same file, byte for byte.
 */
public final class PostcodeExtract {
    private static final int MOST_CODES = 0xFFFF;

    private final Map<String, Integer> outwards = new HashMap<>();
    private final Map<String, Integer> wards = new TreeMap<>();
    private final Map<String, Integer> divisions = new TreeMap<>();

    /** Outward and inward code, and the place of the rest in the order of reading. */
    private long[] keys = new long[1 << 16];

    private long[] values = new long[1 << 16];
    private int size;
    private int latest;
    private int unusable;

    private PostcodeExtract() {}

    /**
     * Makes the extract of a file.
     *
     * @param file a CSV table, or a ZIP file of such
     * @param name the name to speak of it by
     * @param into where it is written
     * @throws UnreadablePostcodesException where it is not such a file, or contradicts itself
     */
    public static void make(Path file, String name, Path into) throws IOException, UnreadablePostcodesException {
        PostcodeExtract extract = new PostcodeExtract();
        new PostcodeSource(file, name).read(extract::take);
        extract.check(name);
        try (OutputStream out = Files.newOutputStream(into);
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            extract.write(data, name);
        }
    }

    private void take(PostcodeColumns columns, List<String> cells, String table, long line)
            throws UnreadablePostcodesException {
        Optional<Postcode> postcode = Postcode.parse(cell(cells, columns.postcode()));
        if (postcode.isEmpty()) {
            unusable++;
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        long outward = outwards.computeIfAbsent(postcode.get().outward(), each -> outwards.size());
        keys[size] = outward << 48 | (long) postcode.get().inwardNumber() << 32 | size;
        int ended = month(cell(cells, columns.ended()), table, line, "doterm");
        latest = Math.max(latest, ended);
        if (columns.introduced() >= 0) {
            latest = Math.max(latest, month(cell(cells, columns.introduced()), table, line, "dointr"));
        }
        long ward = number(cell(cells, columns.ward()), wards);
        long division = columns.division() < 0 ? 0 : number(cell(cells, columns.division()), divisions);
        values[size] = ward << 32 | division << 16 | ended;
        size++;
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at).strip() : "";
    }

    /** A number for a code, in the order of reading; 0 for none. Codes such as E99999999 say that there is no such area. */
    private static int number(String cell, Map<String, Integer> codes) throws UnreadablePostcodesException {
        if (GssCode.parse(cell).isEmpty() || cell.endsWith("99999999")) {
            return 0;
        }
        Integer known = codes.get(cell);
        if (known != null) {
            return known;
        }
        if (codes.size() == MOST_CODES) {
            throw new UnreadablePostcodesException("There are more than " + MOST_CODES
                    + " codes in one column, which no directory of postcodes has. Fetch the file again.");
        }
        codes.put(cell, codes.size() + 1);
        return codes.size();
    }

    /** Months since the year 0, which fit into sixteen bits until the year 5461; 0 for a blank. */
    private static int month(String cell, String table, long line, String column) throws UnreadablePostcodesException {
        String digits = cell.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return 0;
        }
        int year = digits.length() < 6 ? 0 : Integer.parseInt(digits.substring(0, 4));
        int month = digits.length() < 6 ? 0 : Integer.parseInt(digits.substring(4, 6));
        if (year < 1900 || year > 2200 || month < 1 || month > 12) {
            throw new UnreadablePostcodesException(table + ", row " + line + ", column " + column + ": “" + cell
                    + "” is no month such as 202505. Fetch the file again.");
        }
        return year * 12 + month - 1;
    }

    private void check(String name) throws UnreadablePostcodesException {
        if (size == 0) {
            throw new UnreadablePostcodesException(name + " holds no postcodes. Fetch the file again.");
        }
        if (latest == 0) {
            throw new UnreadablePostcodesException(
                    name + " says of no postcode in which month it was introduced or ended, so"
                            + " that nobody can tell of what time it is. Import a directory with the columns dointr and doterm.");
        }
        if (wards.isEmpty()) {
            throw new UnreadablePostcodesException(
                    name + " gives no ward by a nine-character code such as E05015239, as"
                            + " directories do since 2011. Import a newer one.");
        }
    }

    private void write(DataOutputStream out, String name) throws IOException, UnreadablePostcodesException {
        List<String> order = new ArrayList<>(outwards.keySet());
        order.sort(null);
        int[] place = new int[order.size()];
        for (int i = 0; i < order.size(); i++) {
            place[outwards.getOrDefault(order.get(i), 0)] = i;
        }
        for (int i = 0; i < size; i++) {
            keys[i] = (long) place[(int) (keys[i] >>> 48)] << 48 | keys[i] & 0xFFFF_FFFF_FFFFL;
        }
        Arrays.sort(keys, 0, size);
        int[] begins = new int[order.size()];
        int live = once(order, begins, name);
        int[] ward = sorted(wards);
        int[] division = sorted(divisions);
        new PostcodeFile(
                        YearMonth.of(latest / 12, latest % 12 + 1),
                        live,
                        size - live,
                        unusable,
                        order,
                        begins,
                        codes(wards),
                        codes(divisions))
                .write(out);
        for (int i = 0; i < size; i++) {
            long value = values[(int) keys[i]];
            out.writeShort((int) (keys[i] >>> 32) & 0xFFFF);
            out.writeShort(ward[(int) (value >>> 32)]);
            out.writeShort(division[(int) (value >>> 16) & 0xFFFF]);
            out.writeShort((int) value & 0xFFFF);
        }
    }

    /** Leaves each postcode once, notes where those of each outward code begin, and counts those in use. */
    private int once(List<String> order, int[] begins, String name) throws UnreadablePostcodesException {
        int kept = 0;
        int live = 0;
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && keys[i] >>> 32 == keys[kept - 1] >>> 32) {
                if (values[(int) keys[i]] != values[(int) keys[kept - 1]]) {
                    throw new UnreadablePostcodesException(name + " says two things of one postcode of "
                            + order.get((int) (keys[i] >>> 48)) + ". Import a directory as ONS gives it.");
                }
                continue;
            }
            keys[kept] = keys[i];
            while (next <= keys[kept] >>> 48) {
                begins[next++] = kept;
            }
            if ((values[(int) keys[kept]] & 0xFFFF) == 0) {
                live++;
            }
            kept++;
        }
        size = kept;
        return live;
    }

    private static List<String> codes(Map<String, Integer> numbers) {
        return List.copyOf(numbers.keySet());
    }

    /** From the numbers in the order of reading to those in the order of the codes. */
    private static int[] sorted(Map<String, Integer> numbers) {
        int[] sorted = new int[numbers.size() + 1];
        int at = 0;
        for (int number : numbers.values()) {
            sorted[number] = ++at;
        }
        return sorted;
    }
}
