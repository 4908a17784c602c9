package uk.declared.submission;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import uk.declared.submission.text.BinaryKind;

/**
 * The encoding of a text file, found by its bytes:
 *
 * <ol>
 *   <li>a byte order mark tells UTF-8 or UTF-16,
 *   <li>else zero bytes in every other place tell UTF-16,
 *   <li>else it is UTF-8 where every byte fits,
 *   <li>else Windows-1252, which spreadsheets write, and in which every byte but five is a letter.
 * </ol>
 *
 * @param charset how to decode it
 * @param markLength how many bytes of byte order mark to pass over
 */
public record TextEncoding(Charset charset, int markLength) {
    private static final int SAMPLE = 1024;

    /** @throws UnreadableSubmissionException where the file is not text */
    public static TextEncoding of(Submission submission) throws IOException, UnreadableSubmissionException {
        byte[] sample;
        try (InputStream in = submission.bytes()) {
            sample = in.readNBytes(SAMPLE);
        }
        Optional<BinaryKind> kind = BinaryKind.of(sample);
        if (kind.isPresent()) {
            throw binary(submission, kind.get());
        }
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3).orLegacy(submission);
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return byZeros(sample, submission).orLegacy(submission);
    }

    /** Whether this is what the formats ask for. */
    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Reads the text; what cannot be decoded becomes a replacement character. */
    public Reader open(Submission submission) throws IOException {
        InputStream in = new BufferedInputStream(submission.bytes(), 1 << 16);
        in.skipNBytes(markLength);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static TextEncoding byZeros(byte[] sample, Submission submission) throws UnreadableSubmissionException {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (even == 0 && odd == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        int quarter = sample.length / 4;
        if (odd > quarter && even == 0) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (even > quarter && odd == 0) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        throw binary(submission, BinaryKind.OTHER);
    }

    private static UnreadableSubmissionException binary(Submission submission, BinaryKind kind) {
        return Submission.unreadable("F005", submission.name(), Map.of("kind", kind.label()));
    }

    private TextEncoding orLegacy(Submission submission) throws IOException {
        if (!isUtf8()) {
            return this;
        }
        try (InputStream in = new BufferedInputStream(submission.bytes());
                Reader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
            strict.transferTo(Writer.nullWriter());
            return this;
        } catch (CharacterCodingException e) {
            return new TextEncoding(Charset.forName("windows-1252"), markLength);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
