package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.judge.prometheus.Question;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.runbook.Compared;
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
 * @param compared what the sequential judge looks at: what the runbook compares; when it compares
 *     nothing, the metrics of its rules
 * @param leftOut rules that cannot, each with the reason
 */
record Armed(
    List<One> rules, List<Metric> compared, List<Question> questions, List<String> leftOut) {
  private static final List<String> FIELDS = List.of("requests", "errors", "buckets", "value");

  Armed {
    rules = List.copyOf(rules);
    compared = List.copyOf(compared);
    questions = List.copyOf(questions);
    leftOut = List.copyOf(leftOut);
  }

  /** A rule. */
  record One(Rule rule, String source) {}

  /**
   * What the sequential judge looks at.
   *
   * @param margin how much worse does not matter yet
   */
  record Metric(String name, Kind kind, double margin, String source) {}

  /**
   * @param inputs those given; the others have their defaults
   * @param prometheus asked instead of the address in the runbook
   */
  static Armed of(Runbook runbook, Map<String, String> inputs, Optional<String> prometheus) {
    return new Arming(runbook, inputs, prometheus).armed();
  }

  /** Puts it together. */
  private static final class Arming {
    private final Runbook runbook;
    private final Map<String, String> inputs;
    private final Optional<String> prometheus;
    private final LinkedHashSet<Question> questions = new LinkedHashSet<>();
    private final List<String> leftOut = new ArrayList<>();

    Arming(Runbook runbook, Map<String, String> inputs, Optional<String> prometheus) {
      this.runbook = runbook;
      this.inputs = inputs;
      this.prometheus = prometheus;
    }

    Armed armed() {
      List<One> rules = new ArrayList<>();
      List<Metric> compared = new ArrayList<>();
      for (WatchRule rule : runbook.watch().rules()) {
        if (canBeAsked(rule.name(), rule.source())) {
          rules.add(new One(judged(rule), rule.source()));
          kind(rule)
              .filter(kind ->
                  runbook.watch().compare().isEmpty() && !isThere(compared, kind, rule.source()))
              .ifPresent(kind ->
                  compared.add(new Metric(rule.name(), kind, kind.margin(), rule.source())));
        }
      }
      for (Compared one : runbook.watch().compared()) {
        if (canBeAsked(one.name(), one.source())) {
          compared.add(new Metric(one.name(), kind(one.metric()), one.margin(), one.source()));
        }
      }
      return new Armed(rules, compared, List.copyOf(questions), leftOut);
    }

    /** Of the median and the slow ones of a source, one says all. */
    private static boolean isThere(List<Metric> compared, Kind kind, String source) {
      return compared.stream().anyMatch(one -> one.kind() == kind && one.source().equals(source));
    }

    private boolean canBeAsked(String name, String from) {
      Source source = runbook.sources().get(from);
      if (source == null || !source.type().equals("prometheus")) {
        leftOut.add(
            "%s: its source %s is a %s, of which nothing is stored; only prometheus can be asked what was"
                .formatted(name, from, source == null ? "?" : source.type()));
        return false;
      }
      try {
        questions.addAll(questions(runbook, source, inputs, prometheus));
        return true;
      } catch (UnknownName | UnfitValue e) {
        leftOut.add("%s: %s".formatted(name, reason(e)));
        return false;
      }
    }
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
        dev.evenkeel.judge.Metric.valueOf(rule.metric().name()),
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
      case dev.evenkeel.runbook.Threshold.BlockedFor(var limit) -> new Threshold.FailingFor(limit);
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
      case FAILING, BLOCKED, NOVELTY, OVERRUN -> Optional.empty();
    };
  }

  private static Kind kind(Compared.Metric metric) {
    return switch (metric) {
      case ERROR_RATE -> Kind.ERRORS;
      case LATENCY -> Kind.LATENCY;
      case RATE -> Kind.RATE;
      case LEVEL -> Kind.LEVEL;
      case GROWTH -> Kind.GROWTH;
    };
  }
}
