package dev.evenkeel.demo.server;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How a run stands, as far as the demo tells of it.
 *
 * @param status {@code RUNNING}, {@code ROLLING_BACK}, …
 * @param reason why it is paused, held, going back or ended
 * @param segment what it is at, such as {@code Wave 1 of 4 (one node)}
 * @param soaking whether it is watching rather than working
 * @param work target and title of every step under way, such as {@code n1 Stop it}
 */
public record Run(
    String status, String reason, String segment, boolean soaking, List<String> work) {

  private static final Set<String> ENDED = Set.of("SUCCEEDED", "ROLLED_BACK", "REFUSED", "ABORTED");

  public Run {
    work = List.copyOf(work);
  }

  static Run of(JsonNode run) {
    List<String> work = run.path("now").valueStream().map(Run::work).toList();
    return new Run(
        run.path("status").asString(""),
        run.path("reason").asString(""),
        run.path("segment").asString(""),
        run.has("soakSince"),
        work);
  }

  private static String work(JsonNode step) {
    String target = step.path("target").asString("");
    String title = step.path("title").asString("");
    boolean back = step.path("phase").asString("").contains("REVERT");
    return (target + " " + (back ? "undo: " + title : title)).strip();
  }

  public boolean goesBack() {
    return status.equals("ROLLING_BACK") || status.equals("ROLLED_BACK");
  }

  /** Whether the new release is being started somewhere, in the words of the demo's runbook. */
  public boolean startsANode() {
    return work.stream().anyMatch(step -> step.matches("\\w+ Start it"));
  }

  /** Whether nothing more happens by itself. */
  public boolean rests() {
    return ENDED.contains(status) || status.equals("HELD") || status.equals("PAUSED");
  }
}
