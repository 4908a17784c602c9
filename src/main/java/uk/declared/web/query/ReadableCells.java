package uk.declared.web.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.query.QueryTable;
import uk.declared.store.Store;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.ResultCell;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * The cells of an answer as people read them: things by their names, days in words, figures rounded to two places. The answer
 * as data has all of them exactly.
 */
@Component
final class ReadableCells {
    private static final Query LABELS = StoredQuery.read("labels-of");

    private final Store store;
    private final LocalPaths paths;
    private final String ids;

    ReadableCells(Store store, LocalPaths paths, Uris uris) {
        this.store = store;
        this.paths = paths;
        this.ids = uris.base() + Uris.THINGS;
    }

    /** The rows of a table, a cell for each column. */
    List<List<ResultCell>> of(QueryTable table, Wording wording) {
        Map<Node, String> labels = labels(table);
        return table.rows().stream()
                .map(row ->
                        row.stream().map(cell -> cell(cell, labels, wording)).toList())
                .toList();
    }

    /** The names of all things of the answer, by one query. */
    private Map<Node, String> labels(QueryTable table) {
        Set<Node> things = new LinkedHashSet<>();
        table.rows()
                .forEach(row -> row.forEach(cell -> cell.filter(Node::isURI)
                        .filter(thing -> thing.getURI().startsWith(ids))
                        .ifPresent(things::add)));
        Map<Node, String> labels = new HashMap<>();
        if (!things.isEmpty()) {
            store.select(StoredQuery.among(LABELS, "thing", things), Map.of(), Row::all)
                    .forEach(row -> labels.putIfAbsent(row.required("thing"), row.label("label", "thing")));
        }
        return labels;
    }

    private ResultCell cell(Optional<Node> value, Map<Node, String> labels, Wording wording) {
        ResultCell plain = ResultCell.of(value, paths);
        if (value.isEmpty()) {
            return plain;
        }
        Node node = value.get();
        if (node.isURI()) {
            return node.getURI().startsWith(ids)
                    ? plain.reading(labels.getOrDefault(node, Uris.lastPart(node.getURI())))
                    : plain;
        }
        return node.isLiteral() ? plain.reading(literal(node, wording)) : plain;
    }

    private static String literal(Node node, Wording wording) {
        String text = node.getLiteralLexicalForm();
        if (node.getLiteralDatatype().equals(XSDDatatype.XSDboolean)) {
            return wording.text(text.equals("true") || text.equals("1") ? "sparql.yes" : "sparql.no");
        }
        try {
            if (node.getLiteralDatatype().equals(XSDDatatype.XSDdate)) {
                return wording.date(LocalDate.parse(text));
            }
            if (node.getLiteralDatatype().equals(XSDDatatype.XSDdateTime)) {
                return wording.time(OffsetDateTime.parse(text).toInstant());
            }
            return node.getLiteralValue() instanceof Number ? wording.rounded(new BigDecimal(text)) : text;
        } catch (DateTimeParseException | NumberFormatException e) {
            return text;
        }
    }
}
