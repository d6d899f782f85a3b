package dev.evenkeel.server.execution.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.execution.store.OverrideStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * All of a run that a person needs at a glance; the page, the API and the command line show the
 * same.
 *
 * @param upgrade that it carries out
 * @param rehearsal what it has shown, for a rehearsal that went all the way and back
 * @param appointment when it starts by itself, or should have; empty when it was never scheduled
 * @param overrides what of windows and freezes was overridden, the oldest first
 * @param reason why it is paused, held, going back or ended
 * @param offers what may be ordered now
 * @param soakOver when the soak under way is over at the earliest
 * @param now the steps under way and those that wait for a person
 * @param wayBack what going back would undo now
 * @param seq number of the newest line of the log: it changes whenever something happened
 * @param mark how far the run is; the stream of a run takes it and tells what came after
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunView(
    String id,
    String name,
    String title,
    RunKind kind,
    Optional<String> waiver,
    Optional<Long> upgrade,
    String digest,
    Map<String, String> inputs,
    RunStatus status,
    Direction direction,
    Optional<RehearsalView> rehearsal,
    Optional<AppointmentView> appointment,
    List<OverrideStore.Kept> overrides,
    String reason,
    List<RunCommand> offers,
    Instant createdAt,
    String createdBy,
    Optional<Instant> startedAt,
    Optional<Instant> changeBegan,
    Optional<Instant> backBegan,
    Optional<Instant> endedAt,
    String segment,
    Optional<Instant> soakSince,
    Optional<Instant> soakOver,
    List<WaveView> waves,
    List<TargetView> targets,
    List<StepView> now,
    List<VerdictView> verdicts,
    WayBackView wayBack,
    long seq,
    String mark) {

  /** Key of the word for where it stands. */
  public String word() {
    return status == RunStatus.READY
        ? appointment.flatMap(AppointmentView::word).orElse(status.name())
        : RehearsalView.word(status, rehearsal);
  }

  /** For templates: {@code ${run.offers('roll-back')}}. */
  public boolean offers(String command) {
    return offers.contains(RunCommands.of(command));
  }

  /** The commands of the whole run that need neither a reason nor to be thought over. */
  public List<String> plainOffers() {
    return offers.stream()
        .filter(c -> c == RunCommand.START || c == RunCommand.PAUSE || c == RunCommand.RESUME)
        .map(RunCommands::word)
        .toList();
  }

  /** The steps about which a person must decide, or do what they ask. */
  public List<StepView> open() {
    return now.stream().filter(StepView::needsAPerson).toList();
  }

  /** Whether all that needs a person was planned so, and nothing went wrong. */
  public boolean onlyAsked() {
    return open().stream().allMatch(step -> step.ask().isPresent());
  }

  /** The steps that go on by themselves. */
  public List<StepView> underWay() {
    return now.stream().filter(step -> step.phase().inFlight() && !step.needsAPerson()).toList();
  }

  /** Where a wave or a target stands. */
  public enum Stage {
    WAITING,
    WORKING,
    SOAKING,
    DONE,
    GOING_BACK,
    /** All is undone; which version it has now was not looked at yet. */
    UNDONE,
    /** All is undone, and where a version can be seen, it was seen to be the one from before. */
    BACK,
    /** The way back is over for it, but it was not seen to have the version from before. */
    UNCONFIRMED,
    OPEN
  }

  /**
   * @param share percent of the targets upgraded when it is done
   * @param traffic percent of the traffic they take together
   * @param soakSeconds how long it is watched
   */
  public record WaveView(
      int number,
      String name,
      long share,
      long traffic,
      long soakSeconds,
      List<String> targets,
      Stage stage) {}

  /**
   * @param version as last seen; empty when it was never looked at
   * @param before the version it was first seen to have
   * @param wanted the version it shall have in the end; empty when the runbook names none
   * @param step what is being done to it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record TargetView(
      String name,
      Optional<String> group,
      int wave,
      Stage stage,
      Optional<String> version,
      Optional<String> before,
      Optional<String> wanted,
      Optional<String> step) {

    /**
     * Of a target that was not seen to be as it was: the version it was last seen to have, and the
     * one from before where that differs.
     */
    String lastSeen() {
      return version
          .map(seen ->
              "last seen on "
                  + seen
                  + before
                      .filter(was -> !was.equals(seen))
                      .map(was -> ", should be " + was)
                      .orElse(""))
          .orElse("undone on a person's word, and there is no version to look at");
    }
  }

  /**
   * @param looks whether it only looks which version the target has, on the way back
   * @param word key of the word for where it stands
   * @param attempt id of the attempt under way or the last one
   * @param waitingFor what an attempt under way waits for
   * @param ask what a person is asked to do, for a manual step that waits
   * @param evidence what evidence the person must give
   * @param tail the end of what it printed
   * @param tailSeq number of the last piece of output in it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record StepView(
      String key,
      String title,
      String target,
      int wave,
      StepState.Phase phase,
      boolean looks,
      @JsonIgnore String word,
      Instant since,
      String note,
      String attempt,
      int attempts,
      String waitingFor,
      Optional<String> ask,
      Optional<String> evidence,
      String tail,
      long tailSeq,
      List<RunCommand> offers) {

    public boolean offers(String command) {
      return offers.contains(RunCommands.of(command));
    }

    boolean needsAPerson() {
      return ask.isPresent() || phase.open() && !offers.isEmpty();
    }
  }

  /** The newest verdict of a rule. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record VerdictView(
      String rule,
      Verdict.Kind kind,
      OptionalDouble observed,
      OptionalDouble baseline,
      OptionalDouble limit,
      long evidence,
      String says,
      Instant at) {}

  /**
   * @param steps keys of what would be undone, in that order
   * @param undo the same with their titles and targets
   * @param targets the targets something would be undone on, in that order
   * @param undone how many steps are undone already
   * @param withoutRevert steps done that have no revert: nothing of them is undone
   * @param rehearsed whether the way back of this very runbook was rehearsed
   * @param rehearsedMillis how long it took in its newest rehearsal; empty when there was none
   * @param reservedSeconds the time kept free for it
   * @param allowedSeconds the time the runbook allows for it; empty when it sets none
   * @param lastSafeMoment after it the way back no longer fits the time; empty when no time is set
   * @param closed the point of no return that was passed, if any
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record WayBackView(
      List<String> steps,
      List<Undo> undo,
      List<String> targets,
      long undone,
      List<String> withoutRevert,
      boolean rehearsed,
      OptionalLong rehearsedMillis,
      long reservedSeconds,
      OptionalLong allowedSeconds,
      Optional<Instant> lastSafeMoment,
      Optional<String> closed) {

    /** How many steps would be undone. */
    public long undoing() {
      return undo.stream().filter(step -> !step.looks()).count();
    }
  }

  /**
   * A step of the way back.
   *
   * @param looks whether it only looks which version the target has then; all others undo something
   */
  public record Undo(String key, String title, String target, boolean looks) {}
}
