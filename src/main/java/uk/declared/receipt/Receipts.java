package uk.declared.receipt;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uk.declared.record.EntryTree;

/** Gives receipts for the entries of one record. */
public final class Receipts {
    private static final HexFormat HEX = HexFormat.of();

    private final EntryTree tree;
    private final String base;
    private final Optional<SigningKey> key;
    private final Clock clock;

    /**
     * @param base where the publisher's URIs begin
     * @param key absent where the publisher does not sign
     */
    public Receipts(EntryTree tree, String base, Optional<SigningKey> key, Clock clock) {
        this.tree = tree;
        this.base = base;
        this.key = key;
        this.clock = clock;
    }

    /** A head of the record, signed where the publisher signs. */
    public record SignedHead(TreeHead head, Optional<String> signature) {}

    /** The head of the record as it is now. */
    public SignedHead head() throws IOException {
        EntryTree.Root root = tree.root();
        TreeHead head = new TreeHead(
                base,
                root.head().sequence(),
                root.head().hash(),
                root.hash(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new SignedHead(head, key.map(each -> each.sign(head.text())));
    }

    /** A receipt for an acknowledged entry, by the record as it is now. */
    public Receipt of(long entry) throws IOException {
        SignedHead signed = head();
        return new Receipt(
                entry,
                tree.line(entry),
                hex(tree.path(entry, signed.head().entries())),
                signed.head().text(),
                signed.signature());
    }

    /** That the record only adds to what it was when it had fewer entries. */
    public List<String> consistency(long from, long to) throws IOException {
        return hex(tree.consistency(from, to));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
