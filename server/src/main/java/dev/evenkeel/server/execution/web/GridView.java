package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.web.RunView.Stage;
import dev.evenkeel.server.execution.web.RunView.TargetView;
import dev.evenkeel.server.execution.web.RunView.WaveView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The targets of a run by wave; the more there are, the less each says.
 *
 * @param density class of the stylesheet: roomy, compact or dense
 */
public record GridView(String density, List<Row> rows) {
  private static final int ROOMY = 12;
  private static final int COMPACT = 60;

  /**
   * A wave.
   *
   * @param stage key of the word that says where it stands
   * @param versions how many of its targets were last seen on which version
   */
  public record Row(WaveView wave, String stage, List<Cell> cells, Map<String, Long> versions) {}

  /**
   * A target. Of its versions, the one it was last seen to have is marked.
   *
   * @param stage key of the word that says where it stands
   * @param from the version it had; empty when not known
   * @param to the version it shall have; empty when not known, the same, or wanted no more
   * @param other a version it was last seen to have that is neither
   * @param arrived whether it was last seen on {@code to}
   */
  public record Cell(
      TargetView target,
      String stage,
      String from,
      String to,
      Optional<String> other,
      boolean arrived) {

    /**
     * What is known of its version when all is undone, but it was not seen to be as it was; empty
     * otherwise.
     */
    public String unconfirmed() {
      return target.stage() == Stage.UNDONE || target.stage() == Stage.UNCONFIRMED
          ? target.lastSeen()
          : "";
    }

    /** All versions in one line of text. */
    public String versions() {
      if (from.isEmpty()) {
        return "version not seen yet";
      }
      if (!unconfirmed().isEmpty()) {
        return unconfirmed();
      }
      return "version "
          + from
          + other.map(v -> ", now " + v).orElse("")
          + (to.isEmpty() ? "" : (arrived ? ", now " : ", to become ") + to);
    }
  }

  static GridView of(RunView run) {
    Map<Integer, List<TargetView>> byWave =
        run.targets().stream().collect(Collectors.groupingBy(TargetView::wave));
    int all = run.targets().size();
    boolean forward = run.direction() == Direction.FORWARD && !run.status().ended();
    return new GridView(
        all <= ROOMY ? "roomy" : all <= COMPACT ? "compact" : "dense",
        run.waves().stream()
            .map(wave -> row(wave, byWave.getOrDefault(wave.number(), List.of()), forward))
            .toList());
  }

  private static Row row(WaveView wave, List<TargetView> targets, boolean forward) {
    return new Row(
        wave,
        word(wave.stage(), forward),
        targets.stream().map(target -> cell(target, forward)).toList(),
        targets.stream()
            .flatMap(target -> target.version().stream())
            .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting())));
  }

  private static Cell cell(TargetView target, boolean forward) {
    String now = target.version().orElse("");
    String from = target.before().orElse(now);
    String wanted = target.wanted().filter(to -> !to.equals(from)).orElse("");
    // Where nobody wants it any more, the new version is shown only while it is there.
    String to = forward || now.equals(wanted) ? wanted : "";
    return new Cell(
        target,
        word(target.stage(), forward),
        from,
        to,
        Optional.of(now).filter(v -> !v.isEmpty() && !v.equals(from) && !v.equals(to)),
        !to.isEmpty() && now.equals(to));
  }

  /** What waits in a run that does not come to it any more is untouched. */
  private static String word(Stage stage, boolean forward) {
    return stage == Stage.WAITING && !forward ? "UNTOUCHED" : stage.name();
  }
}
