package uk.declared.web.sparql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.impl.XSDBaseNumericType;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.PatternVars;

/**
 * Visits every part of a query, with its sub-queries, its EXISTS patterns and the arguments of its aggregates, and refuses
 * what a public endpoint does not do.
 */
final class QueryVisit extends ElementVisitorBase {
    /** What is another value each time. */
    private static final List<Class<? extends ExprFunction>> CHANGING =
            List.of(E_Now.class, E_Random.class, E_UUID.class, E_StrUUID.class);

    private final SparqlLimits limits;
    private final ListedServices services;
    private int valuesRows;
    private double valuesProduct = 1;
    private int closures;
    private int patterns;
    private int expressions;
    private boolean changing;
    private final Set<Var> variables = new HashSet<>();

    QueryVisit(SparqlLimits limits) {
        this.limits = limits;
        this.services = new ListedServices(limits);
    }

    void visit(Query query) {
        joinHavings(query);
        List<Expr> expressions = new ArrayList<>();
        query.getProject().forEachExpr((variable, expression) -> expressions.add(expression));
        query.getGroupBy().forEachExpr((variable, expression) -> expressions.add(expression));
        expressions.addAll(query.getHavingExprs());
        expressions.addAll(query.getAggregators());
        if (query.hasOrderBy()) {
            query.getOrderBy().stream().map(SortCondition::getExpression).forEach(expressions::add);
        }
        expressions.forEach(this::visit);
        if (query.hasValues()) {
            query.getValuesData().forEach(row -> row.forEach((variable, value) -> refuseGiant(value)));
            countValues(query.getValuesData().size());
        }
        if (query.isConstructType()) {
            countPatterns(query.getConstructTemplate().getTriples().size());
        }
        if (query.getQueryPattern() != null) {
            walk(query.getQueryPattern());
        }
        countVariables(query);
    }

    /** Whether the answer is another one each time, although the data are the same. */
    boolean isChanging() {
        return changing;
    }

    /**
     * Several HAVING conditions mean the same as their conjunction, and are put so, because Jena's transformation of
     * queries takes the first one for all of them.
     */
    private static void joinHavings(Query query) {
        List<Expr> conditions = query.getHavingExprs();
        if (conditions.size() > 1) {
            Expr all = conditions.stream().reduce(E_LogicalAnd::new).orElseThrow();
            conditions.clear();
            conditions.add(all);
        }
    }

    private void walk(Element element) {
        ElementWalker.walk(element, this);
    }

    private void visit(Expr expression) {
        if (++expressions > limits.expressions()) {
            throw new QueryRefusedException(Refusal.EXPRESSIONS, limits.expressions());
        }
        if (expression instanceof NodeValue value) {
            refuseGiant(value.asNode());
        }
        if (expression instanceof ExprAggregator aggregate) {
            if (aggregate.getAggregator() instanceof AggCustom custom) {
                throw new QueryRefusedException(Refusal.AGGREGATE, custom.getIRI());
            }
            if (aggregate.getAggregator().getExprList() != null) {
                aggregate.getAggregator().getExprList().forEach(this::visit);
            }
        } else if (expression instanceof ExprFunctionOp exists) {
            walk(exists.getElement());
        } else if (expression instanceof ExprFunction function) {
            changing |= CHANGING.stream().anyMatch(kind -> kind.isInstance(function));
            String iri = function.getFunctionIRI();
            if (iri != null && !OfferedFunctions.offers(iri)) {
                throw new QueryRefusedException(Refusal.FUNCTION, iri);
            }
            function.getArgs().forEach(this::visit);
        }
    }

    @Override
    public void visit(ElementFilter filter) {
        visit(filter.getExpr());
    }

    @Override
    public void visit(ElementBind bind) {
        visit(bind.getExpr());
    }

    @Override
    public void visit(ElementSubQuery subQuery) {
        visit(subQuery.getQuery());
    }

    @Override
    public void visit(ElementService service) {
        Node name = service.getServiceNode();
        if (!name.isURI() || !services.lists(name.getURI())) {
            throw new QueryRefusedException(Refusal.SERVICE, name.isURI() ? name.getURI() : "?" + name.getName());
        }
        // What the other endpoint answers is not known by the version of the data here.
        changing = true;
    }

    /** Jena works out an order for all patterns at once, which takes the longer the more there are, and cannot be stopped. */
    private void countPatterns(int more) {
        patterns += more;
        if (patterns > limits.patterns()) {
            throw new QueryRefusedException(Refusal.PATTERNS, limits.patterns());
        }
    }

    /** What has a place in every row makes each row long, and Jena looks through all of them again and again. */
    private void countVariables(Query query) {
        variables.addAll(query.getProjectVars());
        if (query.hasValues()) {
            variables.addAll(query.getValuesVariables());
        }
        if (query.getQueryPattern() != null) {
            variables.addAll(PatternVars.vars(query.getQueryPattern()));
        }
        if (variables.size() > limits.variables()) {
            throw new QueryRefusedException(Refusal.VARIABLES, limits.variables());
        }
    }

    private static void refuseGiant(Node value) {
        boolean giant = value.isLiteral()
                && (value.getLiteralDatatype() instanceof XSDBaseNumericType
                                && value.getLiteralLexicalForm().length() > BoundedValue.LONGEST_NUMBER_DIGITS
                        || !BoundedValue.isBounded(NodeValue.makeNode(value)));
        if (giant) {
            throw new QueryRefusedException(Refusal.NUMBER);
        }
    }

    @Override
    public void visit(ElementData values) {
        values.getRows().forEach(row -> row.forEach((variable, value) -> refuseGiant(value)));
        countValues(values.getRows().size());
    }

    @Override
    public void visit(ElementNamedGraph graph) {
        Node name = graph.getGraphNameNode();
        if (name.isURI()) {
            refuseSystemGraph(name.getURI());
        }
    }

    @Override
    public void visit(ElementPathBlock block) {
        countPatterns(block.getPattern().size());
        for (TriplePath triple : block.getPattern()) {
            if (triple.getPath() != null) {
                closures += PathVisit.closures(triple.getPath());
            }
        }
        if (closures > limits.pathClosures()) {
            throw new QueryRefusedException(Refusal.PATHS, limits.pathClosures());
        }
    }

    /**
     * Joining tables that stand in the query is the one thing that Jena does not stop in time: eight of 20 rows each took
     * two minutes. So not only the rows are limited, but what they can be multiplied to.
     */
    private void countValues(int rows) {
        valuesRows += rows;
        valuesProduct *= Math.max(1, rows);
        if (valuesRows > limits.valuesRows()) {
            throw new QueryRefusedException(Refusal.VALUES, limits.valuesRows());
        }
        if (valuesProduct > limits.valuesProduct()) {
            throw new QueryRefusedException(Refusal.VALUES_PRODUCT, limits.valuesProduct());
        }
    }

    /** Jena gives names to the real default graph, where the store keeps what it says of itself, and to the union. */
    static void refuseSystemGraph(String uri) {
        if (uri.startsWith("urn:x-arq:")) {
            throw new QueryRefusedException(Refusal.NO_SUCH_GRAPH, uri);
        }
    }
}
