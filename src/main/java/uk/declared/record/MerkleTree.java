package uk.declared.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over a list of texts of bytes: its hashes, and whether a proof holds. A proof is checked
 * with nothing but itself, so that whoever checks one needs neither the record nor this program.
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** The hash of a leaf. */
    public static byte[] leaf(byte[] content) {
        return Sha256.bytes(new byte[] {LEAF}, content);
    }

    /** The hash of a node. */
    static byte[] node(byte[] left, byte[] right) {
        return Sha256.bytes(new byte[] {NODE}, left, right);
    }

    /** The hash of a tree without leaves. */
    static byte[] empty() {
        return Sha256.bytes();
    }

    /** Of a range of more than one leaf, how many belong to the left half: the largest power of two below their number. */
    static long left(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /**
     * Whether a leaf is in a tree (section 2.1.3.2).
     *
     * @param index the leaf's, counted from 0
     * @param size how many leaves the tree has
     * @param leaf the leaf's hash
     * @param path the hashes beside the way from the leaf to the root
     */
    public static boolean includes(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether a tree only adds leaves to the end of an older one (section 2.1.4.2).
     *
     * @param from how many leaves the older tree has, at least 1
     * @param to how many leaves the newer one has
     */
    public static boolean extendsTree(long from, long to, byte[] older, byte[] newer, List<byte[]> proof) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && Arrays.equals(older, newer);
        }
        List<byte[]> hashes = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) {
            hashes.add(0, older);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Iterator<byte[]> next = hashes.iterator();
        byte[] before = next.next();
        byte[] after = before;
        while (next.hasNext()) {
            byte[] beside = next.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = node(beside, before);
                after = node(beside, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = node(after, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, older) && Arrays.equals(after, newer);
    }
}
