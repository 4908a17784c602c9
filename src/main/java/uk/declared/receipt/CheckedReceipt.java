package uk.declared.receipt;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.MerkleTree;

/**
 * What a receipt shows, step by step.
 *
 * @param entry the number of the entry
 * @param declaration what the entry declares; absent for entries of other kinds, and where its content was taken out: what such a line
 *     says is covered by no hash
 * @param redacted whether the entry says that its content was taken out
 * @param head what the publisher says of the whole record
 * @param outcomes of each step
 */
public record CheckedReceipt(
        long entry,
        Optional<DeclarationEntry> declaration,
        boolean redacted,
        TreeHead head,
        Map<Step, Outcome> outcomes) {
    private static final HexFormat HEX = HexFormat.of();

    /** What is checked, in order. */
    public enum Step {
        /** Whether the entry is as its own hash says. */
        ENTRY,
        /** Whether the entry is in the tree whose root the head names. */
        TREE,
        /** Whether the publisher signed the head. */
        SIGNATURE,
        /** Whether the entry came of the very file that is at hand. */
        FILE
    }

    /** How a step came out. */
    public enum Outcome {
        HOLDS,
        FAILS,
        /** It could not be looked at, since something was not given, or is no longer there. */
        NOT_CHECKED
    }

    public CheckedReceipt {
        outcomes = Map.copyOf(outcomes);
    }

    /**
     * Checks a receipt with nothing but what is given.
     *
     * @param keys the publisher's; absent to leave the signature unchecked
     * @param file the SHA-256 of what was sent, in hexadecimal; absent to leave that unchecked
     * @throws SignatureException where the receipt cannot be read
     */
    public static CheckedReceipt of(Receipt receipt, Optional<PublicKeys> keys, Optional<String> file)
            throws SignatureException {
        TreeHead head = TreeHead.read(receipt.head());
        Optional<Entry> read = entry(receipt);
        Optional<Entry.Declared> declared = read.map(Entry::content)
                .filter(Entry.Declared.class::isInstance)
                .map(Entry.Declared.class::cast);
        Map<Step, Outcome> outcomes = new EnumMap<>(Step.class);
        boolean redacted = declared.filter(Entry.Declared::redacted).isPresent();
        outcomes.put(Step.ENTRY, redacted ? Outcome.NOT_CHECKED : outcome(read.isPresent()));
        outcomes.put(
                Step.TREE,
                outcome(read.filter(entry -> inTree(entry, receipt, head)).isPresent()));
        outcomes.put(
                Step.SIGNATURE,
                keys.map(known -> outcome(receipt.signature()
                                .filter(signature -> known.signed(receipt.head(), signature))
                                .isPresent()))
                        .orElse(Outcome.NOT_CHECKED));
        Optional<DeclarationEntry> declaration =
                declared.filter(one -> !one.redacted()).map(Entry.Declared::declaration);
        // What a line without its content says of the file is covered by no hash any more.
        outcomes.put(
                Step.FILE,
                file.filter(hash -> !redacted)
                        .map(hash -> outcome(declaration
                                .filter(entry -> entry.submission().equals(hash))
                                .isPresent()))
                        .orElse(Outcome.NOT_CHECKED));
        return new CheckedReceipt(receipt.number(), declaration, redacted, head, outcomes);
    }

    private static Optional<Entry> entry(Receipt receipt) {
        try {
            return Optional.of(Entry.ofLine(receipt.line())).filter(entry -> entry.sequence() == receipt.number());
        } catch (DamagedRecordException e) {
            return Optional.empty();
        }
    }

    private static boolean inTree(Entry entry, Receipt receipt, TreeHead head) {
        try {
            List<byte[]> path = receipt.path().stream().map(HEX::parseHex).toList();
            return MerkleTree.includes(
                    entry.sequence() - 1,
                    head.entries(),
                    MerkleTree.leaf(HEX.parseHex(entry.hash())),
                    path,
                    HEX.parseHex(head.root()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Outcome outcome(boolean holds) {
        return holds ? Outcome.HOLDS : Outcome.FAILS;
    }

    /** Whether the receipt shows what it says: nothing that was looked at fails, and its content could be looked at. */
    public boolean holds() {
        return !redacted && !outcomes.containsValue(Outcome.FAILS);
    }

    /** How a step came out. */
    public Outcome of(Step step) {
        return outcomes.getOrDefault(step, Outcome.NOT_CHECKED);
    }
}
