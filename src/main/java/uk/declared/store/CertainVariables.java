package uk.declared.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.util.VarUtils;

/**
 * The variables that have a value in every solution, as far as that can be told. Jena's {@code OpVars.fixedVars} counts variables too that an
 * expression gives a value, which may fail.
 */
final class CertainVariables {
    private CertainVariables() {}

    static Set<Var> of(Op op) {
        Set<Var> certain = new HashSet<>();
        if (op instanceof OpBGP pattern) {
            VarUtils.addVars(certain, pattern.getPattern());
        } else if (op instanceof OpJoin join) {
            certain.addAll(of(join.getLeft()));
            certain.addAll(of(join.getRight()));
        } else if (op instanceof OpSequence sequence) {
            sequence.getElements().forEach(each -> certain.addAll(of(each)));
        } else if (op instanceof OpLeftJoin optional) {
            certain.addAll(of(optional.getLeft()));
        } else if (op instanceof OpConditional optional) {
            certain.addAll(of(optional.getLeft()));
        } else if (op instanceof OpMinus minus) {
            certain.addAll(of(minus.getLeft()));
        } else if (op instanceof OpUnion union) {
            certain.addAll(of(union.getLeft()));
            certain.retainAll(of(union.getRight()));
        } else if (op instanceof OpProject project) {
            certain.addAll(onlyOf(project.getSubOp(), project.getVars()));
        } else if (op instanceof OpGraph graph) {
            certain.addAll(of(graph.getSubOp()));
            // Jena gives the graph's name to what is matched in it, and to nothing else.
            if (graph.getSubOp() instanceof OpBGP pattern
                    && !pattern.getPattern().isEmpty()) {
                VarUtils.addVar(certain, graph.getNode());
            }
        } else if (isAboutTheSame(op)) {
            certain.addAll(of(((Op1) op).getSubOp()));
        }
        return certain;
    }

    private static Set<Var> onlyOf(Op op, Collection<Var> projected) {
        Set<Var> certain = of(op);
        certain.retainAll(projected);
        return certain;
    }

    /** Whether an operation leaves out solutions, puts them in another order, or adds a variable whose value an expression gives. */
    private static boolean isAboutTheSame(Op op) {
        return op instanceof OpFilter
                || op instanceof OpDistinct
                || op instanceof OpOrder
                || op instanceof OpSlice
                || op instanceof OpExtend
                || op instanceof OpAssign;
    }
}
