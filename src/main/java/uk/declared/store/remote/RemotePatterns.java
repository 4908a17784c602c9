package uk.declared.store.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.jspecify.annotations.Nullable;

/**
 * Has a store elsewhere answer the patterns of a query that is worked out here: the rows found so far are sent along, many at a time, so
 * that only what goes with them comes back.
 */
final class RemotePatterns extends OpExecutor {
    /** So many rows are sent along at once. */
    private static final int AT_ONCE = 200;

    private static final Var ROW = Var.alloc("row");

    RemotePatterns(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
        if (!(execCxt.getDataset() instanceof RemoteDataset dataset)
                || pattern.getBasicPattern().isEmpty()) {
            return super.execute(pattern, input);
        }
        return isNowhere(pattern)
                ? QueryIterNullIterator.create(execCxt)
                : new Joined(pattern, dataset, input, execCxt);
    }

    private static boolean isNowhere(OpQuadPattern pattern) {
        return StoredQuads.isNowhere(pattern.getGraphNode())
                || pattern.getBasicPattern().getList().stream()
                        .anyMatch(triple ->
                                StoredQuads.isNowhere(triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    private static final class Joined extends QueryIter {
        private final RemoteDataset dataset;
        private final QueryIterator input;
        private final Element element;

        /** The names that variables have on their way: names that Jena makes up for its own use cannot be written. */
        private final Map<Var, Var> sent = new HashMap<>();

        private final Map<Var, Var> back = new HashMap<>();
        private List<Binding> before = List.of();
        private @Nullable RemoteRows rows;

        Joined(OpQuadPattern pattern, RemoteDataset dataset, QueryIterator input, ExecutionContext context) {
            super(context);
            this.dataset = dataset;
            this.input = input;
            NodeTransform rename = node -> Var.isVar(node) ? renamed(Var.alloc(node)) : node;
            BasicPattern renamed = NodeTransformLib.transform(rename, pattern.getBasicPattern());
            ElementGroup group = new ElementGroup();
            group.addElement(new ElementTriplesBlock(renamed));
            Node graph = pattern.getGraphNode();
            this.element = Quad.isDefaultGraph(graph) || Quad.isUnionGraph(graph)
                    ? group
                    : new ElementNamedGraph(rename.apply(graph), group);
        }

        private Var renamed(Var variable) {
            Var name = sent.computeIfAbsent(variable, missing -> Var.alloc("v" + sent.size()));
            back.put(name, variable);
            return name;
        }

        @Override
        protected boolean hasNextBinding() {
            while (rows == null || !rows.hasNext()) {
                if (rows != null) {
                    rows.close();
                }
                before = nextRows();
                if (before.isEmpty()) {
                    return false;
                }
                rows = new RemoteRows(dataset, query(), getExecContext());
            }
            return true;
        }

        private List<Binding> nextRows() {
            List<Binding> next = new ArrayList<>();
            while (next.size() < AT_ONCE && input.hasNext()) {
                Binding row = input.next();
                if (canMatch(row)) {
                    next.add(row);
                }
            }
            return next;
        }

        /** A row with a value that no store can be asked for goes with nothing there. */
        private boolean canMatch(Binding row) {
            return sent.keySet().stream()
                    .filter(row::contains)
                    .noneMatch(variable -> StoredQuads.isNowhere(row.get(variable)));
        }

        private Query query() {
            Query query = new Query();
            query.setQuerySelectType();
            // A solution stands once in a union, whose statements are a set.
            query.setDistinct(!dataset.service().isUnionSet());
            ElementGroup group = new ElementGroup();
            if (before.size() > 1 || !before.get(0).isEmpty()) {
                group.addElement(sentAlong());
                query.addResultVar(ROW);
            }
            group.addElement(element);
            query.setQueryPattern(group);
            sent.values().forEach(query::addResultVar);
            if (query.getProjectVars().isEmpty()) {
                query.setQueryResultStar(true);
            }
            return query;
        }

        private ElementData sentAlong() {
            Set<Var> known = new LinkedHashSet<>();
            before.forEach(row -> row.vars().forEachRemaining(known::add));
            known.retainAll(sent.keySet());
            ElementData data = new ElementData();
            data.add(ROW);
            known.forEach(variable -> data.add(sent.get(variable)));
            for (int i = 0; i < before.size(); i++) {
                BindingBuilder row = Binding.builder();
                row.add(ROW, NodeFactory.createLiteralDT(Integer.toString(i), XSDDatatype.XSDinteger));
                for (Var variable : known) {
                    Node value = before.get(i).get(variable);
                    if (value != null) {
                        row.add(sent.get(variable), value);
                    }
                }
                data.add(row.build());
            }
            return data;
        }

        @Override
        protected Binding moveToNextBinding() {
            Binding found = java.util.Objects.requireNonNull(rows).next();
            Node number = found.get(ROW);
            Binding with =
                    number == null ? before.get(0) : before.get(Integer.parseInt(number.getLiteralLexicalForm()));
            BindingBuilder joined = BindingFactory.builder(with);
            back.forEach((name, variable) -> {
                Node value = found.get(name);
                if (value != null && !with.contains(variable)) {
                    joined.add(variable, value);
                }
            });
            return joined.build();
        }

        @Override
        protected void requestCancel() {
            RemoteRows running = rows;
            if (running != null) {
                running.cancel();
            }
            input.cancel();
        }

        @Override
        protected void closeIterator() {
            if (rows != null) {
                rows.close();
            }
            input.close();
        }
    }
}
