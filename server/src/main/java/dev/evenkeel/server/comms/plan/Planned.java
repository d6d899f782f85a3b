package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A message of the plan.
 *
 * @param number within the plan, from 1; 0 for one that is new
 * @param offset from its basis; only where the basis is a time
 * @param channel name of the channel; empty while nobody has chosen one
 * @param zone by whose clock times are told; empty for that of the plan
 * @param owner who answers for it
 * @param wording in place of the usual one
 * @param open whether it stands on the public status page once it is sent
 * @param reason why it was skipped, or sent late
 */
public record Planned(
    int number,
    Occasion occasion,
    Basis basis,
    Duration offset,
    AudienceClass detail,
    Optional<String> channel,
    Language language,
    Optional<ZoneId> zone,
    String owner,
    Optional<String> wording,
    boolean open,
    State state,
    String reason,
    Optional<String> by,
    Optional<Instant> at) {

  /** How far notice goes ahead of the window at the least. */
  public static final Duration NOTICE = Duration.ofDays(7);

  /**
   * <pre>
   * DRAFT --approve--> APPROVED --due, or sent by hand--> SENT
   *   +--skip, with a reason--> SKIPPED <--skip--+
   * </pre>
   *
   * What waits for a run stays approved: it is sent each time that happens. A draft that is sent by
   * hand was sent. Any edit makes it a draft again. What announces an upgrade is skipped by itself
   * once that began.
   */
  public enum State {
    DRAFT,
    APPROVED,
    SENT,
    SKIPPED
  }

  static Planned draft(
      int number,
      Occasion occasion,
      Basis basis,
      Duration offset,
      AudienceClass detail,
      Optional<String> channel,
      Language language,
      String owner) {
    return new Planned(
        number,
        occasion,
        basis,
        offset,
        detail,
        channel,
        language,
        Optional.empty(),
        owner,
        Optional.empty(),
        false,
        State.DRAFT,
        "",
        Optional.empty(),
        Optional.empty());
  }

  public Planned numbered(int other) {
    return new Planned(
        other, occasion, basis, offset, detail, channel, language, zone, owner, wording, open,
        state, reason, by, at);
  }

  /** By a channel, in the language of its readers unless it has words of its own. */
  public Planned on(MessagePlan.Way way) {
    return new Planned(
        number,
        occasion,
        basis,
        offset,
        detail,
        Optional.of(way.name()),
        wording.isPresent() ? language : Language.of(way.language()),
        zone,
        owner,
        wording,
        open,
        state,
        reason,
        by,
        at);
  }

  Planned decided(State next, String why, String who, Instant when) {
    return new Planned(
        number,
        occasion,
        basis,
        offset,
        detail,
        channel,
        language,
        zone,
        owner,
        wording,
        open,
        next,
        why,
        Optional.of(who),
        Optional.of(when));
  }

  /** When it is due by the calendar; empty when it waits for something else. */
  public Optional<Instant> due(Optional<Window> window) {
    return switch (basis) {
      case WINDOW_START -> window.map(one -> one.start().plus(offset));
      case WINDOW_END -> window.map(one -> one.end().plus(offset));
      default -> Optional.empty();
    };
  }

  /** Whether it can no longer be sent in time, so that a person must say why it is sent. */
  public boolean isLate(Optional<Window> window, Instant now) {
    if (state == State.SENT || state == State.SKIPPED || window.isEmpty()) {
      return false;
    }
    Instant start = window.get().start();
    return occasion == Occasion.ADVANCE_NOTICE
        ? now.isAfter(start.minus(NOTICE))
        : basis == Basis.WINDOW_START && !offset.isPositive() && now.isAfter(start);
  }

  /** It would be sent by the calendar, and says what is still to come. */
  boolean announces() {
    return state == State.APPROVED && basis.isTime() && occasion.phase() == Occasion.Phase.BEFORE;
  }

  /** Nobody left it out: what it was to say was over before it was due. */
  public boolean isOvertaken() {
    return state == State.SKIPPED && by.filter(Actor.EVENKEEL.name()::equals).isPresent();
  }

  /** It is sent when its time comes, or was, or is left out on purpose. */
  public boolean isDecided() {
    return state != State.DRAFT;
  }
}
