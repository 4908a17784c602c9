package uk.declared.record;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Packs closed files of a record beside the work of others: the lines in pieces of about a MiB, each a gzip member of its own (RFC
 * 1952, 2.2), so that an entry is found by unpacking one piece; then the index; then the unpacked file goes. A crash at any
 * point leaves the lines on disk at least once, and the next start carries on.
 */
final class SegmentPacker implements AutoCloseable {
    private static final int PIECE = 1 << 20;
    private static final System.Logger LOG = System.getLogger(SegmentPacker.class.getName());

    private final Segments segments;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "record-packer");
        thread.setDaemon(true);
        return thread;
    });

    SegmentPacker(Segments segments) {
        this.segments = segments;
    }

    /** A deflater that is quick rather than thorough: lines of N-Triples shrink to a ninth with it, and to a twelfth without. */
    private static final class Quick extends GZIPOutputStream {
        private Quick(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Packs a closed file when there is time. */
    void pack(SegmentContent content) {
        worker.execute(() -> {
            try {
                packNow(content);
            } catch (IOException | UncheckedIOException e) {
                LOG.log(System.Logger.Level.WARNING, "A file of the record could not be packed: " + e);
            }
        });
    }

    private void packNow(SegmentContent content) throws IOException {
        long first = content.first();
        Path packed = segments.packed(first);
        Path unfinished = packed.resolveSibling(packed.getFileName() + ".unfinished");
        MessageDigest digest = Sha256.digest();
        List<SegmentIndex.Point> points = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(segments.plain(first));
                FileChannel channel = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            long last = content.last().sequence();
            for (long sequence = first; sequence <= last; ) {
                points.add(new SegmentIndex.Point(sequence, channel.position()));
                long count = piece(lines, out);
                if (count == 0) {
                    throw new EOFException("the closed file is shorter than it was");
                }
                sequence += count;
            }
        }
        Segments.put(unfinished, packed);
        SegmentIndex index =
                new SegmentIndex(content, Files.size(packed), HexFormat.of().formatHex(digest.digest()), points);
        index.write(segments.index(first));
        Files.deleteIfExists(segments.plain(first));
    }

    /** Writes whole lines as one member, and returns how many. */
    private static long piece(BufferedReader lines, OutputStream out) throws IOException {
        Quick member = new Quick(out);
        long count = 0;
        long bytes = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
            member.write(text);
            bytes += text.length;
            count++;
            if (bytes >= PIECE) {
                break;
            }
        }
        member.finish();
        return count;
    }

    /** Waits until all that was closed is packed. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.log(System.Logger.Level.INFO, "Files of the record are packed at the next start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
