package uk.declared.web.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What is asked of the index. Every word has to be there: as it is typed, as the beginning of a word, or with a mistake in it,
 * two in long words. The name that is nothing but these words comes first.
 */
final class SearchQuery {
    static final String NAME = "name";
    static final String ALL = "all";
    static final String WHOLE = "whole";
    static final String KIND = "kind";
    static final String RESULT = "result";
    static final String KNOWN = "known";

    /** More than a name that is nothing but the words: a place with a result comes before one that nothing is known of. */
    private static final int WITH_RESULT = 45;

    private static final int LONG_WORD = 7;
    private static final int SHORT_WORD = 4;
    private static final int SIMILAR_WORDS = 30;

    private SearchQuery() {}

    static Query of(List<String> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word(word), Occur.MUST));
        query.add(weighted(new TermQuery(new Term(WHOLE, String.join(" ", words))), 40), Occur.SHOULD);
        query.add(weighted(new TermQuery(new Term(RESULT, KNOWN)), WITH_RESULT), Occur.SHOULD);
        for (SearchKind kind : SearchKind.values()) {
            query.add(weighted(new TermQuery(new Term(KIND, kind.key())), kind.weight()), Occur.SHOULD);
        }
        return query.build();
    }

    /** The same for things of one kind. */
    static Query of(List<String> words, SearchKind kind) {
        return new BooleanQuery.Builder()
                .add(of(words), Occur.MUST)
                .add(new TermQuery(new Term(KIND, kind.key())), Occur.FILTER)
                .build();
    }

    private static Query word(String word) {
        boolean isNumber = word.chars().allMatch(Character::isDigit);
        int mistakes = isNumber || word.length() < SHORT_WORD ? 0 : word.length() < LONG_WORD ? 1 : 2;
        List<Query> ways = new ArrayList<>();
        ways.add(weighted(new TermQuery(new Term(NAME, word)), 12));
        ways.add(weighted(new TermQuery(new Term(ALL, word)), 6));
        if (!isNumber && word.length() > 1) {
            ways.add(weighted(new PrefixQuery(new Term(NAME, word)), 5));
        }
        if (mistakes > 0) {
            ways.add(weighted(new FuzzyQuery(new Term(NAME, word), mistakes, 0, SIMILAR_WORDS, true), 2));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
