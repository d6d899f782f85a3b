package dev.evenkeel.cli.server;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.evenkeel.cli.ExitCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run as the server shows it; the server's {@code RunView} says what each fact means.
 *
 * @param seq number of the newest line of its log
 */
public record RunFacts(
    String id,
    String name,
    String title,
    Kind kind,
    String waiver,
    Map<String, String> inputs,
    Status status,
    String direction,
    Optional<Rehearsal> rehearsal,
    Optional<Appointment> appointment,
    String reason,
    List<String> offers,
    String createdBy,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    String segment,
    Optional<Instant> soakOver,
    List<Wave> waves,
    List<Target> targets,
    List<Step> now,
    List<Verdict> verdicts,
    WayBack wayBack,
    long seq) {

  /** Whether it goes back, or would when it went on. */
  public boolean back() {
    return direction.equals("BACK");
  }

  /** Where it stands. */
  public String words() {
    return Rehearsal.words(status, rehearsal);
  }

  /** How a command that watched it ends. */
  public ExitCode exitCode() {
    return rehearsal.filter(Rehearsal::counts).isPresent() ? ExitCode.SUCCEEDED : status.exitCode();
  }

  /** What a run is for. */
  public enum Kind {
    REHEARSAL("rehearsal"),
    @JsonEnumDefaultValue
    PRODUCTION("production");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * @param share percent of the targets upgraded when it is done
   */
  public record Wave(int number, String name, long share, Stage stage) {}

  /**
   * A target.
   *
   * @param version as last seen
   * @param before the version it was first seen to have
   * @param step what is being done to it
   */
  public record Target(
      String name,
      Stage stage,
      Optional<String> version,
      Optional<String> before,
      Optional<String> step) {}

  /**
   * A step under way, or one that waits for a person.
   *
   * @param looks whether it only looks which version the target has, on the way back
   */
  public record Step(
      String key,
      String title,
      String target,
      String phase,
      boolean looks,
      Optional<Instant> since,
      String note,
      String attempt,
      int attempts,
      String waitingFor,
      Optional<String> ask,
      Optional<String> evidence,
      String tail,
      List<String> offers) {

    /** Nothing goes on: somebody must decide about it. */
    public boolean open() {
      return phase.endsWith("FAILED")
          || phase.endsWith("UNKNOWN")
          || phase.equals("STOPPED")
          || phase.equals("STILL_GOING");
    }
  }

  /** The newest verdict of a rule. */
  public record Verdict(String rule, Judged kind, String says) {}

  /** What a rule says. */
  public enum Judged {
    HEALTHY("healthy"),
    NOT_ENOUGH_EVIDENCE("not enough evidence"),
    WARNING("warning"),
    BREACH("breach"),
    @JsonEnumDefaultValue
    OTHER("?");

    private final String words;

    Judged(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * @param undo what would be undone, in that order
   * @param undone how many steps are undone already
   * @param closed the point of no return that was passed
   */
  public record WayBack(
      List<Undo> undo,
      long undone,
      List<String> withoutRevert,
      boolean rehearsed,
      OptionalLong rehearsedMillis,
      Optional<Instant> lastSafeMoment,
      Optional<String> closed) {

    /** What is still to be undone. Looks at versions are part of the way, but undo nothing. */
    public List<Undo> undoing() {
      return undo.stream().filter(step -> !step.looks()).toList();
    }
  }

  /**
   * A step of the way back.
   *
   * @param looks whether it only looks which version the target has then
   */
  public record Undo(String key, String target, boolean looks) {}
}
