package uk.declared.web.page;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ILazyContextVariable;
import org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Evaluates the expressions of templates. Most are a variable and a few of its properties, {@code view.area.present} or {@code !view.area.get().known}: these are read by
 * the getters that SpEL would find, without its machinery, which took two thirds of what a page took to be written. All others are SpEL's.
 */
public final class PathExpressions implements IStandardVariableExpressionEvaluator {
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9]*";
    private static final Pattern PATH = Pattern.compile("!?" + NAME + "(\\." + NAME + "(\\(\\))?)*");

    /** Words that SpEL does not take for names. */
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(true|false|null|new|and|or|not|eq|ne|lt|le|gt|ge|div|mod|instanceof|matches|between)");

    /** @param steps the variable, then properties, or methods with their brackets; none where the text is no path */
    private record Path(boolean negated, List<String> steps) {
        static final Path OTHER = new Path(false, List.of());

        static Path parse(String text) {
            if (!PATH.matcher(text).matches() || WORDS.matcher(text).matches()) {
                return OTHER;
            }
            boolean negated = text.startsWith("!");
            return new Path(negated, List.of((negated ? text.substring(1) : text).split("\\.")));
        }
    }

    private final IStandardVariableExpressionEvaluator others = SPELVariableExpressionEvaluator.INSTANCE;
    private final Map<String, Path> paths = new ConcurrentHashMap<>();
    private final Map<Property, Optional<Method>> getters = new ConcurrentHashMap<>();

    private record Property(Class<?> of, String name) {}

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext execution) {
        if (!expression.getUseSelectionAsRoot()) {
            Path path = paths.computeIfAbsent(expression.getExpression(), Path::parse);
            Object value = path.steps().isEmpty() ? null : read(context, path);
            boolean asItIs = value instanceof String || !execution.getPerformTypeConversion();
            if (value != null && asItIs) {
                return value;
            }
        }
        return others.evaluate(context, expression, execution);
    }

    /** Nothing where any part of it is something that only SpEL knows how to read. */
    private @Nullable Object read(IExpressionContext context, Path path) {
        Object value = context.getVariable(path.steps().get(0));
        for (String step : path.steps().subList(1, path.steps().size())) {
            if (value == null) {
                return null;
            }
            value = step(value, step);
        }
        if (path.negated()) {
            return value instanceof Boolean is ? !is : null;
        }
        return value instanceof ILazyContextVariable ? null : value;
    }

    private @Nullable Object step(Object value, String name) {
        if (value instanceof Map
                || value instanceof ILazyContextVariable
                || value.getClass().isArray()) {
            return null;
        }
        return getters.computeIfAbsent(new Property(value.getClass(), name), PathExpressions::getter)
                .map(getter -> ReflectionUtils.invokeMethod(getter, value))
                .orElse(null);
    }

    private static Optional<Method> getter(Property property) {
        if (property.name().endsWith("()")) {
            return method(property.of(), property.name().replace("()", "")).filter(Method::trySetAccessible);
        }
        String capital = StringUtils.capitalize(property.name());
        Class<?> of = property.of();
        return method(of, "get" + capital)
                .or(() -> method(of, "is" + capital).filter(is -> is.getReturnType() == boolean.class))
                .or(() -> of.isRecord() ? method(of, property.name()) : Optional.empty())
                .filter(Method::trySetAccessible);
    }

    private static Optional<Method> method(Class<?> of, String name) {
        return Optional.ofNullable(ClassUtils.getMethodIfAvailable(of, name))
                .map(method -> ClassUtils.getInterfaceMethodIfPossible(method, of));
    }
}
