package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.Terminal;
import dev.evenkeel.cli.server.Elapsed;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.RunFacts.Undo;
import dev.evenkeel.cli.server.RunFacts.Wave;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run on one screen, the same facts as on its page. What commands print gets the room that is
 * left; when even the rest does not fit, the end is cut and says so. Pure.
 */
final class RunScreen {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final RunFacts run;
  private final Instant now;
  private final ZoneId zone;
  private final Terminal.Size size;
  private final Signs signs;

  RunScreen(RunFacts run, Instant now, ZoneId zone, Terminal.Size size, Signs signs) {
    this.run = run;
    this.now = now;
    this.zone = zone;
    this.size = size;
    this.signs = signs;
  }

  /**
   * @param note said at the very end, such as that the server does not answer
   */
  List<Line> lines(Optional<Line> note) {
    List<Line> lines = new ArrayList<>(head());
    lines.add(Line.EMPTY);
    lines.addAll(waves());
    lines.addAll(new TargetGrid(run.targets(), signs, size).lines());
    List<Line> below = new ArrayList<>();
    if (!run.verdicts().isEmpty()) {
      below.add(Line.EMPTY);
      run.verdicts().forEach(verdict -> below.addAll(verdict(verdict)));
    }
    below.addAll(wayBack());
    note.ifPresent(said -> {
      below.add(Line.EMPTY);
      below.add(said);
    });
    int room = size.rows() - 1 - lines.size() - below.size();
    lines.addAll(new StepsUnderWay(run, now, signs, size.columns()).lines(room));
    lines.addAll(below);
    return fitted(lines);
  }

  private List<Line> head() {
    List<Line> head = new ArrayList<>();
    String status = run.words();
    int left = Math.max(10, size.columns() - status.length() - 2);
    head.add(
        Line.of(run.title(), Style.STRONG).fit(left).upTo(left + 2).and(status, Signs.style(run)));
    List<String> facts = new ArrayList<>(List.of("run " + run.id(), run.kind().words()));
    run.startedAt()
        .ifPresent(
            start -> facts.add(Elapsed.of(Duration.between(start, run.endedAt().orElse(now)))));
    run.wayBack()
        .lastSafeMoment()
        .ifPresent(last ->
            facts.add(Elapsed.of(Duration.between(now, last)) + " to the last safe moment"));
    head.add(Line.of(String.join(signs.dot(), facts), Style.FAINT));
    String reason = run.rehearsal().map(shown -> "The " + shown.says()).orElse(run.reason());
    if (!reason.isEmpty()) {
      Folded.text(reason, size.columns(), 3)
          .forEach(text -> head.add(Line.of(text, Signs.style(run))));
    }
    return head;
  }

  private List<Line> waves() {
    Line waves = Line.of("Waves    ", Style.FAINT);
    for (Wave wave : run.waves()) {
      waves =
          waves
              .and(signs.of(wave.stage()), Signs.style(wave.stage()))
              .and(" %s  ".formatted(wave.name()), Signs.style(wave.stage()));
    }
    List<Line> lines = new ArrayList<>(List.of(waves));
    if (!run.status().over() && !run.segment().isEmpty()) {
      Line here = Line.of("Now      ", Style.FAINT).and(run.segment());
      lines.add(
          run.soakOver()
              .map(over ->
                  here.and(
                      over.isAfter(now)
                          ? ", soaks for another " + Elapsed.of(Duration.between(now, over))
                          : ", soaked; waits for the verdict"))
              .orElse(here));
    }
    return lines;
  }

  private List<Line> verdict(RunFacts.Verdict verdict) {
    String head =
        "%s %s: %s".formatted(signs.of(verdict.kind()), verdict.rule(), verdict.kind().words());
    Line line = Line.of(head, Signs.style(verdict.kind()));
    return verdict.says().isEmpty() ? List.of(line) : List.of(line.and(". " + verdict.says()));
  }

  private List<Line> wayBack() {
    List<Line> lines = new ArrayList<>();
    Line line = Line.of("Way back ", Style.FAINT);
    RunFacts.WayBack way = run.wayBack();
    if (way.closed().isPresent()) {
      lines.add(
          line.and(
              "none: the point of no return %s was passed".formatted(way.closed().get()),
              Style.BAD));
    } else if (run.offers().contains("ROLL_BACK") && !run.back()) {
      lines.add(line.and(undoes(way) + rehearsed(way)).and(untilWhen(way), Style.STRONG));
      if (!way.withoutRevert().isEmpty()) {
        lines.add(
            Line.of("         not undone: " + String.join(", ", way.withoutRevert()), Style.CARE));
      }
      lines.add(Line.of("         evenkeel run rollback " + run.id(), Style.STRONG));
    } else if (run.back() && !run.status().over()) {
      lines.add(line.and(undone(way)));
    }
    if (!lines.isEmpty()) {
      lines.addFirst(Line.EMPTY);
    }
    return lines;
  }

  private static String undoes(RunFacts.WayBack way) {
    List<Undo> undoing = way.undoing();
    if (undoing.isEmpty()) {
      return way.undone() == 0 ? "nothing to undo yet" : "all is undone";
    }
    return counted(undoing.size(), "step") + ", first " + undoing.getFirst().key();
  }

  private static String undone(RunFacts.WayBack way) {
    List<Undo> undoing = way.undoing();
    long all = way.undone() + undoing.size();
    String then =
        !undoing.isEmpty()
            ? ", next " + undoing.getFirst().key()
            : way.undo().isEmpty() ? "" : ", versions still to be looked at";
    return "%d of %s undone%s".formatted(way.undone(), counted(all, "step"), then);
  }

  private static String counted(long number, String what) {
    return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
  }

  private static String rehearsed(RunFacts.WayBack way) {
    return way.rehearsedMillis().isPresent()
        ? "; rehearsed in " + Elapsed.of(Duration.ofMillis(way.rehearsedMillis().getAsLong()))
        : "; never rehearsed";
  }

  private String untilWhen(RunFacts.WayBack way) {
    return way.lastSafeMoment()
        .map(last -> "; fits until " + CLOCK.format(last.atZone(zone)))
        .orElse("");
  }

  private List<Line> fitted(List<Line> lines) {
    int rows = Math.max(3, size.rows() - 1);
    List<Line> shown = lines;
    if (lines.size() > rows) {
      shown = new ArrayList<>(lines.subList(0, rows - 1));
      shown.add(
          Line.of(
              "%d more lines: make the window higher, or evenkeel run show %s"
                  .formatted(lines.size() - rows + 1, run.id()),
              Style.FAINT));
    }
    return shown.stream().map(line -> line.fit(size.columns())).toList();
  }
}
