package uk.declared.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The record's entries as the leaves of a {@link MerkleTree}, so that one can be shown to be there without the others. A leaf's content
 * is the 32 bytes of an entry's hash; entry 1 is leaf 0.
 *
 * <p>All hashes of whole subtrees lie in the file {@code tree} beside the record, a leaf's followed by those of the subtrees that it
 * completes, after a head that says how many leaves are on disk. A proof reads as many of them as the tree has levels. The file follows the record when it is asked, and is made anew
 * where it does not belong to it.
 */
public final class EntryTree {
    private static final int HASH_BYTES = 32;
    private static final int BUFFERED = 1 << 16;

    private final RecordLog record;
    private final Path file;

    /** @param folder the record's */
    public EntryTree(RecordLog record, Path folder) {
        this.record = record;
        this.file = folder.resolve("tree");
    }

    /**
     * A tree of a number of the first entries.
     *
     * @param head its last entry
     * @param hash of the root, in hexadecimal
     */
    public record Root(Head head, String hash) {}

    /** Reads hashes of one moment's tree. */
    private static final class Hashes {
        private final FileChannel channel;

        private Hashes(FileChannel channel) {
            this.channel = channel;
        }

        /** Of the leaves from one up to, but without, another. */
        private byte[] of(long from, long to) throws IOException {
            long leaves = to - from;
            if (leaves == 0) {
                return MerkleTree.empty();
            }
            if (Long.bitCount(leaves) == 1) {
                return read(channel, place(to - 1) + Long.numberOfTrailingZeros(leaves));
            }
            long middle = from + MerkleTree.left(leaves);
            return MerkleTree.node(of(from, middle), of(middle, to));
        }

        /** Section 2.1.3.1 of RFC 9162. */
        private void path(long leaf, long from, long to, List<byte[]> into) throws IOException {
            if (to - from == 1) {
                return;
            }
            long middle = from + MerkleTree.left(to - from);
            if (leaf < middle) {
                path(leaf, from, middle, into);
                into.add(of(middle, to));
            } else {
                path(leaf, middle, to, into);
                into.add(of(from, middle));
            }
        }

        /** Section 2.1.4.1 of RFC 9162. */
        private void proof(long older, long from, long to, boolean whole, List<byte[]> into) throws IOException {
            if (older == to) {
                if (!whole) {
                    into.add(of(from, to));
                }
                return;
            }
            long middle = from + MerkleTree.left(to - from);
            if (older <= middle) {
                proof(older, from, middle, whole, into);
                into.add(of(middle, to));
            } else {
                proof(older, middle, to, false, into);
                into.add(of(from, middle));
            }
        }
    }

    /** The tree of all acknowledged entries. */
    public Root root() throws IOException {
        Head head = record.head();
        try (FileChannel channel = following(head)) {
            return new Root(head, HexFormat.of().formatHex(new Hashes(channel).of(0, head.sequence())));
        }
    }

    /**
     * The way from an entry to the root of a tree.
     *
     * @param entry its number, counted from 1
     * @param size how many entries the tree has, at least as many, and no more than were acknowledged
     */
    public List<byte[]> path(long entry, long size) throws IOException {
        requireBetween(entry, 1, size);
        List<byte[]> path = new ArrayList<>();
        try (FileChannel channel = following(size)) {
            new Hashes(channel).path(entry - 1, 0, size, path);
        }
        return path;
    }

    /**
     * That a tree only adds entries to an older one.
     *
     * @param from how many entries the older one has, at least 1
     * @param to how many the newer one has, no more than were acknowledged
     */
    public List<byte[]> consistency(long from, long to) throws IOException {
        requireBetween(from, 1, to);
        List<byte[]> proof = new ArrayList<>();
        try (FileChannel channel = following(to)) {
            new Hashes(channel).proof(from, 0, to, true, proof);
        }
        return proof;
    }

    /** The line that an entry is in the record, without its line feed. */
    public String line(long entry) throws IOException {
        requireBetween(entry, 1, record.head().sequence());
        return record.line(entry);
    }

    private static void requireBetween(long number, long first, long last) {
        if (number < first || number > last) {
            throw new IllegalArgumentException(number + " is not between " + first + " and " + last);
        }
    }

    private FileChannel following(long size) throws IOException {
        Head head = record.head();
        requireBetween(size, 0, head.sequence());
        return following(head);
    }

    /** The file with the hashes of all entries up to one at least. */
    private synchronized FileChannel following(Head head) throws IOException {
        Head now = record.head();
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            long leaves = leaves(channel);
            if (leaves < 0 || leaves > now.sequence() || (leaves > 0 && !belongs(channel, leaves, now))) {
                leaves = 0;
            }
            if (leaves < head.sequence()) {
                add(channel, leaves, head.sequence());
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the file is whole, and its last leaf is the entry of that number. */
    private boolean belongs(FileChannel channel, long leaves, Head now) throws IOException {
        if (channel.size() < (1 + place(leaves)) * HASH_BYTES) {
            return false;
        }
        String hash =
                leaves == now.sequence() ? now.hash() : record.entry(leaves).hash();
        return Arrays.equals(
                read(channel, place(leaves - 1)), MerkleTree.leaf(HexFormat.of().parseHex(hash)));
    }

    private void add(FileChannel channel, long leaves, long last) throws IOException {
        channel.position((1 + place(leaves)) * HASH_BYTES);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFERED);
        try (RecordReader entries = record.readBetween(leaves, last)) {
            for (long leaf = leaves; leaf < last; leaf++) {
                byte[] hash =
                        MerkleTree.leaf(HexFormat.of().parseHex(entries.next().hash()));
                put(hash, buffer, channel);
                // A leaf completes as many subtrees as its number has ones at its end; each one's left half is written.
                for (int level = 0; level < Long.numberOfTrailingZeros(~leaf); level++) {
                    write(buffer, channel);
                    hash = MerkleTree.node(read(channel, place(leaf - (1L << level)) + level), hash);
                    put(hash, buffer, channel);
                }
            }
        }
        write(buffer, channel);
        channel.force(false);
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(last).flip(), 0);
    }

    private static void put(byte[] hash, ByteBuffer buffer, FileChannel channel) throws IOException {
        if (buffer.remaining() < HASH_BYTES) {
            write(buffer, channel);
        }
        buffer.put(hash);
    }

    private static void write(ByteBuffer buffer, FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** The place of a leaf's hash in the file: after it and its forerunners come all subtrees that those complete. */
    private static long place(long leaf) {
        long place = 0;
        for (long hashes = leaf; hashes > 0; hashes >>= 1) {
            place += hashes;
        }
        return place;
    }

    /** How many leaves the file says that it has; what follows them may not have reached the disk. */
    private static long leaves(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES);
        return channel.read(head, 0) < Long.BYTES ? 0 : head.flip().getLong();
    }

    private static byte[] read(FileChannel channel, long place) throws IOException {
        ByteBuffer hash = ByteBuffer.allocate(HASH_BYTES);
        while (hash.hasRemaining()) {
            if (channel.read(hash, (1 + place) * HASH_BYTES + hash.position()) < 0) {
                throw new IOException("the file of the record's tree is cut short");
            }
        }
        return hash.array();
    }
}
