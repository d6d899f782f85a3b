package dev.evenkeel.judge.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One user in one workflow: when they were blocked, on which version.
 *
 * <p>Of a stretch of trying that both versions served, each version answers for its own part. Who
 * kept trying on the old version as well, or was blocked there before and has not got through
 * since, is not blocked by the upgrade.
 */
record Story(List<Told> acts, List<Spell> spells, Patience patience) {

  static Story of(List<Told> acts, Patience patience) {
    return new Story(acts, Spell.of(acts, patience), patience);
  }

  String user() {
    return acts.getFirst().act().user();
  }

  /** Blocked now: the newest sign of life is recent. */
  Optional<Blocked> blockedNow(Part part, Instant now) {
    return spells.isEmpty()
        ? Optional.empty()
        : Optional.of(spells.getLast())
            .filter(Spell::open)
            .filter(spell -> spell.acts().getLast().part() == part)
            .filter(
                spell -> Duration.between(spell.last(), now).compareTo(patience.idleAfter()) <= 0)
            .flatMap(spell -> beyondLimit(spell, part))
            .filter(_ -> part == Part.OLD || !wasStuckBefore(spells.getLast()))
            .map(Spell::blocked);
  }

  /** Blocked at any time. */
  boolean everBlocked(Part part) {
    return spells.stream()
        .anyMatch(spell ->
            beyondLimit(spell, part).isPresent() && (part == Part.OLD || !wasStuckBefore(spell)));
  }

  /** Blocked on the new version now, and was so before on the old one. */
  boolean stuckSinceBefore(Instant now) {
    return !spells.isEmpty()
        && wasStuckBefore(spells.getLast())
        && spells.getLast().open()
        && spells.getLast().in(Part.NEW).isPresent()
        && Duration.between(spells.getLast().last(), now).compareTo(patience.idleAfter()) <= 0;
  }

  private Optional<Spell> beyondLimit(Spell spell, Part part) {
    return spell
        .in(part)
        .filter(Spell::keptTrying)
        .filter(own -> own.length().compareTo(patience.limit()) > 0);
  }

  private boolean wasStuckBefore(Spell spell) {
    if (spell.in(Part.OLD).filter(Spell::keptTrying).isPresent()) {
      return true;
    }
    boolean stuck = false;
    for (var earlier : spells) {
      if (earlier == spell) {
        return stuck;
      }
      stuck = !earlier.completed() && (stuck || beyondLimit(earlier, Part.OLD).isPresent());
    }
    return stuck;
  }
}
