package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a run in production may go ahead: asked by every way in. */
public interface GoAhead {
  /**
   * @param upgrade that it was made for
   * @param systems that it changes
   * @param versions that it brings them to
   * @param runbook its name
   * @param digest of its text
   * @param operator who starts it, or let it go on, or said that it shall start by itself
   * @param at when it begins
   */
  record Question(
      Optional<UpgradeId> upgrade,
      java.util.Set<String> systems,
      java.util.Set<String> versions,
      String runbook,
      String digest,
      Map<String, String> inputs,
      Actor operator,
      Instant at) {}

  /**
   * What speaks against it.
   *
   * @param never what nobody may override
   * @param overridable what may be overridden by who has the right to, with a reason on record
   * @param upgrades that it carries out
   */
  record Ruling(List<Obstacle> never, List<Obstacle> overridable, List<UpgradeId> upgrades) {
    public static final Ruling NOTHING_AGAINST = new Ruling(List.of(), List.of(), List.of());

    public Ruling {
      never = List.copyOf(never);
      overridable = List.copyOf(overridable);
      upgrades = List.copyOf(upgrades);
    }
  }

  /**
   * Until the transaction ends nobody asks for agreement to what this carries out, gives it or
   * takes it back: what is ruled then is so when it begins.
   */
  void hold(Question question);

  /** About a start. */
  Ruling aboutStart(Question question);

  /**
   * About going on after a pause: the same as about a start, but for the window. One that was
   * missed meanwhile is the calendar's business.
   */
  Ruling aboutGoingOn(Question question);

  /**
   * About a run under way: that its approval was not taken back, its checklist, and the duties of
   * those who started it or let it go on, whoever took it in.
   */
  Ruling inFlight(Question question, String run);

  /** That somebody carries these out now. */
  void began(Ruling ruling, Actor operator, String run);
}
