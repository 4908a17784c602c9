package uk.declared.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one rule, in the order of the file.
 *
 * @param rule the rule's number
 */
public record RuleFindings(String rule, List<Finding> findings) {
    /** How many findings of one rule are shown where not all are asked for. */
    public static final int SHOWN = 5;

    public RuleFindings {
        findings = List.copyOf(findings);
    }

    /** The findings of a severity by their rules, the rule first that speaks first. */
    public static List<RuleFindings> of(Report report, Severity severity) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        report.of(severity)
                .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                        .add(finding));
        return byRule.entrySet().stream()
                .map(entry -> new RuleFindings(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The first findings. */
    public List<Finding> first() {
        return findings.subList(0, Math.min(SHOWN, findings.size()));
    }

    /** How many there are besides the first. */
    public int further() {
        return Math.max(0, findings.size() - SHOWN);
    }
}
