package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.Terminal;
import dev.evenkeel.cli.server.RunFacts.Target;
import dev.evenkeel.cli.server.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All targets side by side. Where there are too many, those that nothing happens to are counted.
 */
final class TargetGrid {
  private static final String NAME = "Targets  ";

  private final List<Target> targets;
  private final Signs signs;
  private final int columns;
  private final int mostRows;

  TargetGrid(List<Target> targets, Signs signs, Terminal.Size size) {
    this.targets = targets;
    this.signs = signs;
    this.columns = size.columns();
    this.mostRows = Math.max(2, size.rows() / 3);
  }

  List<Line> lines() {
    List<Line> all = rows(targets);
    if (all.size() <= mostRows) {
      return all;
    }
    List<Line> lines = new ArrayList<>(List.of(Line.of(NAME, Style.FAINT).and(counted())));
    List<Target> busy = targets.stream().filter(target -> target.stage().busy()).toList();
    lines.addAll(rows(busy).stream().limit(mostRows - 1L).toList());
    return lines;
  }

  private List<Line> rows(List<Target> shown) {
    int cell = shown.stream().mapToInt(target -> text(target).length()).max().orElse(0) + 3;
    int aRow = Math.max(1, (columns - NAME.length()) / cell);
    List<Line> rows = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      if (i % aRow == 0) {
        rows.add(
            Line.of(i == 0 && shown == targets ? NAME : " ".repeat(NAME.length()), Style.FAINT));
      }
      Style style = Signs.style(shown.get(i).stage());
      int column = NAME.length() + (i % aRow + 1) * cell;
      rows.add(rows.removeLast().and(text(shown.get(i)), style).upTo(column));
    }
    return rows;
  }

  private String text(Target target) {
    StringBuilder text = new StringBuilder(signs.of(target.stage())).append(' ');
    text.append(target.name());
    target.version().ifPresent(version -> text.append(' ').append(version));
    if (target.stage().busy()) {
      text.append(' ').append(target.step().orElse(target.stage().words()));
    }
    return text.toString();
  }

  private String counted() {
    return String.join(
        ", ",
        Stream.of(Stage.values())
            .map(
                stage -> new Count(stage, targets.stream().filter(t -> t.stage() == stage).count()))
            .filter(count -> count.number() > 0)
            .map(count -> count.number() + " " + count.stage().words())
            .toList());
  }

  private record Count(Stage stage, long number) {}
}
