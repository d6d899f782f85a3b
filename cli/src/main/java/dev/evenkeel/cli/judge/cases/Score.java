package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.judge.cases.Judged.Outcome;
import dev.evenkeel.cli.judge.cases.Labels.Expected;
import dev.evenkeel.cli.judge.cases.Labels.Label;
import dev.evenkeel.judge.backtest.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds verdicts against the truth. A fault is found when the verdict is rollback after its onset;
 * a rollback before it is false.
 */
final class Score {
  private static final Comparator<Label> BY_KIND_AND_SIZE =
      Comparator.comparing(Label::kind).thenComparingDouble(Score::size).thenComparing(Label::size);

  private final Map<String, Label> labels;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Expected, Group> groups = new EnumMap<>(Expected.class);
  private final Map<Label, Group> kinds = new TreeMap<>(BY_KIND_AND_SIZE);
  private final List<String> falseOnes = new ArrayList<>();
  private int unknown;

  Score(Map<String, Label> labels) {
    this.labels = labels;
  }

  /** Cases of which the same is expected. */
  private static final class Group {
    private final Expected expected;
    private int cases;
    private int wrong;
    private final List<Double> delays = new ArrayList<>();

    Group(Expected expected) {
      this.expected = expected;
    }

    void add(Judged judged, double onset) {
      cases++;
      if (judged.outcome() != Outcome.ROLLBACK) {
        return;
      }
      if (expected == Expected.PASS || judged.seconds() <= onset) {
        wrong++;
      } else {
        delays.add(judged.seconds() - onset);
      }
    }
  }

  void add(Judged judged) {
    outcomes.merge(judged.outcome(), 1, Integer::sum);
    Label label = labels.get(judged.id());
    if (label == null) {
      unknown++;
      return;
    }
    Label kind = new Label(label.kind(), label.size(), 0, label.expected());
    kinds.computeIfAbsent(kind, one -> new Group(one.expected())).add(judged, label.onsetSeconds());
    groups.computeIfAbsent(label.expected(), Group::new).add(judged, label.onsetSeconds());
    if (label.expected() == Expected.PASS && judged.outcome() == Outcome.ROLLBACK) {
      falseOnes.add(judged.id());
    }
  }

  int judged() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  String forPeople() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d cases: %,d rollback, %,d pass, %,d inconclusive.%n"
            .formatted(
                judged(),
                count(Outcome.ROLLBACK),
                count(Outcome.PASS),
                count(Outcome.INCONCLUSIVE)));
    if (labels.isEmpty()) {
      return text.append("There is no labels.csv that says what is right.%n".formatted())
          .toString();
    }
    text.append(ofHealthy()).append(ofFaults());
    if (unknown > 0) {
      text.append("%,d cases are not in labels.csv.%n".formatted(unknown));
    }
    text.append(
        "%n%-22s %6s %6s %6s %6s %9s %9s%n"
            .formatted("kind", "size", "cases", "false", "found", "median s", "90 % s"));
    kinds.forEach((label, group) -> text.append(line(label, group)));
    return text.toString();
  }

  private String ofHealthy() {
    Group healthy = groups.get(Expected.PASS);
    if (healthy == null) {
      return "";
    }
    Interval share = Interval.ofShare(healthy.wrong, healthy.cases);
    return "False  %,d of %,d healthy rolled back: %.1f %%, with certainty of 95 %% from %.1f to %.1f %%%s%n"
        .formatted(
            healthy.wrong,
            healthy.cases,
            100.0 * healthy.wrong / healthy.cases,
            100 * share.low(),
            100 * share.high(),
            falseOnes.isEmpty()
                ? ""
                : " (%s)".formatted(String.join(", ", falseOnes.stream().limit(20).toList())));
  }

  private String ofFaults() {
    Group faults = groups.get(Expected.ROLLBACK);
    if (faults == null) {
      return "";
    }
    String found =
        "Found  %,d of %,d faults: %.1f %%"
            .formatted(
                faults.delays.size(), faults.cases, 100.0 * faults.delays.size() / faults.cases);
    String speed =
        faults.delays.isEmpty()
            ? ""
            : ", half of the found within %s s of the onset, 90 %% within %s s"
                .formatted(quantile(faults.delays, 0.5), quantile(faults.delays, 0.9));
    String early =
        faults.wrong == 0 ? "" : "; %,d rolled back before the onset".formatted(faults.wrong);
    return found + speed + early + "%n".formatted();
  }

  private static String line(Label label, Group group) {
    boolean isHealthy = group.expected == Expected.PASS;
    return "%-22s %6s %6d %6s %6s %9s %9s%s"
            .formatted(
                label.kind(),
                label.size(),
                group.cases,
                isHealthy || group.wrong > 0 ? group.wrong : "",
                isHealthy ? "" : group.delays.size(),
                isHealthy ? "" : quantile(group.delays, 0.5),
                isHealthy ? "" : quantile(group.delays, 0.9),
                group.expected == Expected.EITHER ? "  either is right" : "")
            .stripTrailing()
        + "%n".formatted();
  }

  private static String quantile(List<Double> delays, double share) {
    if (delays.isEmpty()) {
      return "-";
    }
    List<Double> sorted = new ArrayList<>(delays);
    Collections.sort(sorted);
    int index = Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1);
    return "%.0f".formatted(sorted.get(index));
  }

  private static double size(Label label) {
    try {
      return label.size().isEmpty() ? 0 : Double.parseDouble(label.size());
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }
}
