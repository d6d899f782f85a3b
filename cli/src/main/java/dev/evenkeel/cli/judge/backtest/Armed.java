package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.judge.prometheus.Question;
import dev.evenkeel.judge.Metric;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.runbook.Interpolation;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Scope;
import dev.evenkeel.runbook.Source;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.WatchRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a runbook that can be held against the past, and what must be asked for it.
 *
 * @param leftOut rules that cannot, each with the reason
 */
record Armed(List<One> rules, List<Question> questions, List<String> leftOut) {
  private static final List<String> FIELDS = List.of("requests", "errors", "buckets", "value");

  Armed {
    rules = List.copyOf(rules);
    questions = List.copyOf(questions);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A rule.
   *
   * @param kind how the sequential judge sees its metric; empty when it cannot
   */
  record One(Rule rule, String source, Optional<Kind> kind) {}

  /**
   * @param inputs those given; the others have their defaults
   * @param prometheus asked instead of the address in the runbook
   */
  static Armed of(Runbook runbook, Map<String, String> inputs, Optional<String> prometheus) {
    List<One> rules = new ArrayList<>();
    LinkedHashSet<Question> questions = new LinkedHashSet<>();
    List<String> leftOut = new ArrayList<>();
    for (WatchRule rule : runbook.watch().rules()) {
      Source source = runbook.sources().get(rule.source());
      if (source == null || !source.type().equals("prometheus")) {
        leftOut.add(
            "%s: its source %s is a %s, of which nothing is stored; only prometheus can be asked what was"
                .formatted(rule.name(), rule.source(), source == null ? "?" : source.type()));
        continue;
      }
      try {
        questions.addAll(questions(runbook, source, inputs, prometheus));
        rules.add(new One(judged(rule), rule.source(), kind(rule)));
      } catch (UnknownName | UnfitValue e) {
        leftOut.add("%s: %s".formatted(rule.name(), reason(e)));
      }
    }
    return new Armed(rules, List.copyOf(questions), leftOut);
  }

  private static String reason(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("${secrets.")
        ? "its source needs a secret, which only the server has; say --prometheus URL, or leave secrets out of queries"
        : message.replaceFirst("\\.$", "");
  }

  private static List<Question> questions(
      Runbook runbook, Source source, Map<String, String> inputs, Optional<String> prometheus) {
    List<Question> questions = new ArrayList<>();
    if (source.perTarget()) {
      for (Target target : runbook.targets()) {
        questions.addAll(
            questions(
                source, target.name(), scope(runbook, inputs, Optional.of(target)), prometheus));
      }
    } else {
      questions.addAll(questions(source, "", scope(runbook, inputs, Optional.empty()), prometheus));
    }
    return questions;
  }

  private static List<Question> questions(
      Source source, String target, Scope scope, Optional<String> prometheus) {
    List<Question> questions = new ArrayList<>();
    if (source.args() instanceof Value.Fields fields) {
      String url = prometheus.orElseGet(() -> filled(fields.values().get("url"), scope));
      for (String field : FIELDS) {
        Value value = fields.values().get(field);
        if (value != null) {
          questions.add(new Question(source.name(), target, field, url, filled(value, scope)));
        }
      }
    }
    return questions;
  }

  private static String filled(@Nullable Value value, Scope scope) {
    return value instanceof Value.Scalar scalar ? Interpolation.text(scalar.text(), scope) : "";
  }

  private static Scope scope(Runbook runbook, Map<String, String> given, Optional<Target> target) {
    Map<String, String> names = new HashMap<>();
    runbook
        .inputs()
        .forEach((name, input) ->
            input.fallback().ifPresent(value -> names.put("inputs." + name, value)));
    given.forEach((name, value) -> names.put("inputs." + name, value));
    target.ifPresent(one -> {
      one.facts().forEach((name, value) -> names.put("target." + name, value));
      one.group().ifPresent(group -> names.put("target.group", group));
      names.put("target.name", one.name());
    });
    return Scope.of(names);
  }

  private static Rule judged(WatchRule rule) {
    return new Rule(
        rule.name(),
        Metric.valueOf(rule.metric().name()),
        rule.quantile(),
        rule.window(),
        rule.evidence(),
        rule.warning().map(Armed::judged),
        rule.breach().map(Armed::judged));
  }

  private static Threshold judged(dev.evenkeel.runbook.Threshold threshold) {
    return switch (threshold) {
      case dev.evenkeel.runbook.Threshold.AboveBaseline(double amount) ->
          new Threshold.AboveBaseline(amount);
      case dev.evenkeel.runbook.Threshold.RelativeToBaseline(double share) ->
          new Threshold.RelativeToBaseline(share);
      case dev.evenkeel.runbook.Threshold.Above(double limit) -> new Threshold.Above(limit);
      case dev.evenkeel.runbook.Threshold.Below(double limit) -> new Threshold.Below(limit);
      case dev.evenkeel.runbook.Threshold.FailingFor(var limit) -> new Threshold.FailingFor(limit);
    };
  }

  /** To the sequential judge more is always worse, so it has no word on what must not fall. */
  private static Optional<Kind> kind(WatchRule rule) {
    boolean fallsShort =
        rule.warning().or(rule::breach).orElse(null)
            instanceof dev.evenkeel.runbook.Threshold.Below;
    return switch (rule.metric()) {
      case ERROR_RATE -> Optional.of(Kind.ERRORS);
      case LATENCY -> Optional.of(Kind.LATENCY);
      case VALUE -> fallsShort ? Optional.empty() : Optional.of(Kind.LEVEL);
      case FAILING -> Optional.empty();
    };
  }
}
