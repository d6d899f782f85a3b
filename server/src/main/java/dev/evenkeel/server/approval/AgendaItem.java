package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.UpgradeId;
import java.util.List;
import java.util.Optional;

/**
 * What the board decides on, with all it needs for that.
 *
 * @param outcome where it stood when the meeting was closed
 */
public record AgendaItem(
    int position, long request, UpgradeId upgrade, Told told, Optional<Standing.State> outcome) {

  /**
   * What is told of it; written down as it was when the meeting was opened.
   *
   * @param blockers what else keeps it from going live
   */
  public record Told(
      long upgrade,
      String title,
      String kind,
      String why,
      List<Line> lines,
      List<String> blockers,
      String needs) {
    public Told {
      lines = List.copyOf(lines);
      blockers = List.copyOf(blockers);
    }
  }

  /**
   * An answer to one of the questions of the board.
   *
   * @param tone the class of its look, or nothing
   */
  public record Line(String question, String says, String tone) {}
}
