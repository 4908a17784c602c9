package uk.declared.web.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Parts texts into words as they are compared: in small letters, without accents and apostrophes. */
final class SearchText extends Analyzer {
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`]");

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
    }

    /** A text as the index takes it: {@code O’Brien} is one word, as people type it. */
    static String plain(String text) {
        return APOSTROPHES.matcher(text).replaceAll("");
    }

    /** The words of a text, at most as many as given. */
    List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream("", new StringReader(plain(text)))) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < most && stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
