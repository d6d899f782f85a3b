package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.PathRule.Way;
import dev.evenkeel.estate.version.Version;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules of the way up, those that come with Evenkeel and those that users write themselves. */
@Says("rules of the way from old versions to new ones")
public record PathRules(@Says(value = "the rules", needed = true) List<PathRule> rules) {
  public static final PathRules NONE = new PathRules(List.of());

  public PathRules {
    rules = List.copyOf(rules);
  }

  /**
   * What came of reading a text.
   *
   * @param rules there when no finding is an error
   */
  public record Reading(Optional<PathRules> rules, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }
  }

  /** The rules that come with Evenkeel. */
  public static PathRules builtIn() {
    try (var text = PathRules.class.getResourceAsStream("path-rules.yaml")) {
      if (text == null) {
        throw new IllegalStateException("path-rules.yaml is not in the archive");
      }
      var reading =
          read("path-rules.yaml", new String(text.readAllBytes(), StandardCharsets.UTF_8));
      return reading
          .rules()
          .orElseThrow(() -> new IllegalStateException(reading.findings().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules from YAML. Never throws for what the text says: every problem is a finding.
   *
   * @param file name used in findings
   */
  public static Reading read(String file, String text) {
    var findings = new Findings(file);
    var written =
        Yaml.read(text, findings)
            .map(value ->
                Checker.literal(findings).mend(value, Shapes.of(PathRules.class), "the file"));
    written.ifPresent(value -> check(value, findings));
    return new Reading(
        findings.hasErrors()
            ? Optional.empty()
            : written.map(value -> Binder.bind(value, PathRules.class)),
        findings.inOrder());
  }

  private static void check(Value document, Findings findings) {
    if (document instanceof Value.Fields fields
        && fields.values().get("rules") instanceof Value.Items items) {
      items.values().forEach(item -> checkRule(item, findings));
    }
  }

  private static void checkRule(Value item, Findings findings) {
    var rule = Binder.bind(item, PathRule.class);
    if (rule.way() == Way.STOPS == rule.stops().isEmpty()) {
      findings.add(
          Rule.KEY_COMBINATION,
          item.where(),
          "The rule for %s says `way: %s` and names %d stops."
              .formatted(
                  rule.product(),
                  rule.way().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  rule.stops().size()),
          "Name `stops` with `way: stops`, and only with it.");
    }
    Stream.concat(rule.stops().stream(), rule.whenBelow().stream())
        .filter(text -> Version.ofProduct(text).isEmpty())
        .forEach(text ->
            findings.add(
                Rule.WRONG_TYPE,
                item.where(),
                "'%s' in the rule for %s is no version.".formatted(text, rule.product()),
                "Write a version such as \"16.11\"."));
  }

  /** These, and beside them those of one's own. */
  public WayRules with(PathRules own) {
    return new WayRules(this, own);
  }

  List<PathRule> of(Product product) {
    return rules.stream().filter(rule -> rule.product().equals(product.name())).toList();
  }
}
