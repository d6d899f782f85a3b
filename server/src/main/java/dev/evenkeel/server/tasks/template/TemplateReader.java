package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a template from YAML, of which JSON is a part. Never throws for what a text says: every
 * problem is a finding, all of them at once.
 */
public final class TemplateReader {
  /** The longest text read, in characters. */
  public static final int LONGEST = 1 << 20;

  private static final String VERSION = "evenkeel/v1";
  private static final String KIND = "Template";
  private static final String BEGIN = "Begin with `apiVersion: evenkeel/v1` and `kind: Template`.";

  /**
   * What a text holds.
   *
   * @param template there when nothing is wrong
   */
  public record Reading(Optional<Template> template, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }
  }

  private final Findings findings;

  private TemplateReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * @param file name used in findings
   */
  public static Reading read(String file, String text) {
    var findings = new Findings(file);
    List<Value> documents = new ArrayList<>();
    Yaml.each(text, LONGEST, findings, documents::add);
    if (documents.size() != 1 && !findings.hasErrors()) {
      findings.add(
          Rule.ONE_DOCUMENT,
          documents.size() < 2 ? new Where(1, 1) : documents.get(1).where(),
          "A text holds exactly one template; this holds %d documents.".formatted(documents.size()),
          documents.isEmpty() ? BEGIN : "Import each by itself.");
    }
    Optional<Template> template =
        findings.hasErrors()
            ? Optional.empty()
            : new TemplateReader(findings).template(documents.getFirst());
    return new Reading(findings.hasErrors() ? Optional.empty() : template, findings.inOrder());
  }

  private Optional<Template> template(Value value) {
    if (!(value instanceof Value.Fields whole)) {
      findings.add(
          Rule.WRONG_TYPE, value.where(), "A template is a mapping of keys to values.", BEGIN);
      return Optional.empty();
    }
    head(whole, "apiVersion", VERSION);
    head(whole, "kind", KIND);
    if (findings.hasErrors()) {
      return Optional.empty();
    }
    Map<String, Value> values = new LinkedHashMap<>(whole.values());
    values.remove("apiVersion");
    values.remove("kind");
    var written = new Value.Fields(values, whole.keys(), whole.where());
    Value.Fields mended =
        (Value.Fields)
            Checker.literal(findings).mend(written, Shapes.of(Template.class), "a template");
    if (findings.hasErrors()) {
      return Optional.empty();
    }
    Template template = Binder.bind(mended, Template.class);
    new TemplateRules(mended, findings).check(template);
    return Optional.of(template);
  }

  private void head(Value.Fields fields, String key, String needed) {
    Value value = fields.values().get(key);
    if (!(value instanceof Value.Scalar said && said.text().equals(needed))) {
      findings.add(
          value == null ? Rule.MISSING_KEY : Rule.UNKNOWN_WORD,
          value == null ? fields.where() : value.where(),
          value instanceof Value.Scalar said
              ? "`%s` is '%s'; a template says '%s'.".formatted(key, said.text(), needed)
              : "A template says `%s: %s`; this text does not.".formatted(key, needed),
          "Write `%s: %s`.".formatted(key, needed));
    }
  }
}
