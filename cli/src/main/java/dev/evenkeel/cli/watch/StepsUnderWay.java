package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.server.Elapsed;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.RunFacts.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What goes on, what it waits for, what it prints, and what a person is asked for. */
final class StepsUnderWay {
  private static final int MOST_OUTPUT = 10;

  private final RunFacts run;
  private final Instant now;
  private final Signs signs;
  private final int columns;

  StepsUnderWay(RunFacts run, Instant now, Signs signs, int columns) {
    this.run = run;
    this.now = now;
    this.signs = signs;
    this.columns = columns;
  }

  /**
   * @param room lines there are; only what commands print is left out for want of room
   */
  List<Line> lines(int room) {
    if (run.now().isEmpty()) {
      return List.of();
    }
    List<List<Line>> told = run.now().stream().map(this::told).toList();
    int taken = 1 + told.stream().mapToInt(List::size).sum();
    int output = Math.clamp((room - taken) / run.now().size(), 0, MOST_OUTPUT);
    List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
    for (int i = 0; i < told.size(); i++) {
      lines.addAll(told.get(i));
      lines.addAll(printed(run.now().get(i).tail(), output));
    }
    return lines;
  }

  private List<Line> told(Step step) {
    List<Line> lines = new ArrayList<>();
    Line head =
        Line.of(step.key(), step.open() ? Style.BAD : Style.STRONG).and("  " + step.title());
    String since =
        step.since().map(began -> "  " + Elapsed.of(Duration.between(began, until()))).orElse("");
    String attempt = step.attempts() > 1 ? ", attempt " + step.attempts() : "";
    lines.add(head.and(since + attempt, Style.FAINT));
    if (step.open()) {
      lines.addAll(indented(phase(step) + ": " + step.note(), Style.BAD));
      lines.addAll(ways(step));
    } else if (step.ask().isPresent()) {
      lines.addAll(indented("asks a person: " + step.ask().get(), Style.CARE));
      lines.add(Line.of("  " + confirmation(run, step), Style.STRONG));
    } else if (!step.waitingFor().isEmpty()) {
      lines.addAll(indented("so far: " + step.waitingFor(), Style.PLAIN));
    }
    return lines;
  }

  /** Nothing goes on in a run that is over. */
  private Instant until() {
    return run.endedAt().filter(now::isAfter).orElse(now);
  }

  /** What a person types to confirm, with the evidence when some is asked for. */
  static String confirmation(RunFacts run, Step step) {
    String evidence = step.evidence().map(what -> " --evidence '%s'".formatted(what)).orElse("");
    return "evenkeel run confirm %s %s%s".formatted(run.id(), step.key(), evidence);
  }

  private static String phase(Step step) {
    if (step.looks()) {
      return "not seen to be as it was";
    }
    return step.phase().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private List<Line> ways(Step step) {
    return step.offers().stream()
        .map(offer ->
            offer.equals("SKIP")
                ? "evenkeel run skip %s %s --reason ...".formatted(run.id(), step.key())
                : "evenkeel run retry %s %s".formatted(run.id(), step.key()))
        .map(way -> Line.of("  " + way, Style.STRONG))
        .toList();
  }

  private List<Line> indented(String text, Style style) {
    return Folded.text(text, columns - 2, 3).stream()
        .map(line -> Line.of("  " + line, style))
        .toList();
  }

  private List<Line> printed(String tail, int most) {
    List<String> lines = tail.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - most))
        .map(line -> Line.of("  " + signs.bar(), Style.FAINT).and(line))
        .toList();
  }
}
