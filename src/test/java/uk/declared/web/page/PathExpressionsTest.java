package uk.declared.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** What templates say means what it means to SpEL, whichever reads it. */
class PathExpressionsTest {
    /** A view with what views have: components, lists, what may be absent, and methods that are said like properties. */
    record View(
            String title, Optional<Inner> inner, Optional<Inner> nothing, List<String> names, Map<String, String> by) {
        public boolean isLong() {
            return names.size() > 1;
        }

        public String getGreeting() {
            return "Good morning";
        }
    }

    record Inner(String label, int number) {}

    private static final View VIEW = new View(
            "Ward", Optional.of(new Inner("A & B", 3)), Optional.empty(), List.of("x", "y"), Map.of("key", "v"));

    private static String rendered(String expression, boolean bySpel) {
        TemplateEngine engine = bySpel ? new SpringTemplateEngine() : withPaths();
        engine.setTemplateResolver(new StringTemplateResolver());
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("view", VIEW);
        return engine.process(
                "<p th:text=\"${" + expression + "}\"></p><b th:if=\"${" + expression + "}\">if</b>", context);
    }

    private static TemplateEngine withPaths() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setDialect(new SpringStandardDialect() {
            @Override
            public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
                return new PathExpressions();
            }
        });
        return engine;
    }

    @ParameterizedTest
    @CsvSource({
        "view.title, Ward",
        "view.inner.present, true",
        "view.inner.get().label, A &amp; B",
        "view.inner.get().number, 3",
        "view.nothing.present, false",
        "!view.nothing.present, true",
        "view.names.empty, false",
        "view.names.size(), 2",
        "view.names.size() > 1, true",
        "view.long, true",
        "!view.long, false",
        "view.greeting, Good morning",
        "view.by.key, v",
        "missing, ''",
        "view.names[1], y",
        "view.title + '!', Ward!",
        "null, ''"
    })
    void anExpressionReadsAsInSpel(String expression, String text) {
        assertThat(rendered(expression, false))
                .isEqualTo(rendered(expression, true))
                .contains("<p>" + text + "</p>");
    }

    @Test
    void whatIsNotThereIsRefusedAndNotPassedOver() {
        assertThatThrownBy(() -> rendered("view.noSuchThing", false)).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> rendered("missing.title", false)).isInstanceOf(TemplateProcessingException.class);
    }
}
