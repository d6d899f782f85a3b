package dev.evenkeel.judge.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Acts of one user in one workflow from the first attempt on, as long as nothing was completed and
 * the user neither left nor paused for longer than the patience.
 *
 * @param end how it ended; open while it may go on
 */
record Spell(List<Told> acts, End end) {

  enum End {
    OPEN,
    COMPLETED,
    GIVEN_UP
  }

  /** The oldest first. A spell without an attempt is none. */
  static List<Spell> of(List<Told> acts, Patience patience) {
    var spells = new ArrayList<Spell>();
    var current = new ArrayList<Told>();
    for (var told : acts) {
      if (!current.isEmpty() && gap(current.getLast(), told).compareTo(patience.idleAfter()) > 0) {
        close(spells, current, End.GIVEN_UP);
      }
      switch (told.act().what()) {
        case COMPLETED -> {
          current.add(told);
          close(spells, current, End.COMPLETED);
        }
        case LEFT -> close(spells, current, End.GIVEN_UP);
        case TRIED, FAILED -> current.add(told);
        case WAITING -> {
          if (!current.isEmpty()) {
            current.add(told);
          }
        }
      }
    }
    close(spells, current, End.OPEN);
    return spells;
  }

  boolean completed() {
    return end == End.COMPLETED;
  }

  boolean open() {
    return end == End.OPEN;
  }

  /** Only what was done in this part; empty when nothing was. */
  Optional<Spell> in(Part part) {
    var some = acts.stream().filter(told -> told.part() == part).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(new Spell(some, end));
  }

  /** Whether the user kept trying: once more, or with signs of life while an answer is missing. */
  boolean keptTrying() {
    return attempts() >= Patience.ATTEMPTS
        || (attempts() == 1 && acts.getLast().act().what() == Act.What.WAITING);
  }

  /** An end that nobody saw the beginning of is an attempt too. */
  int attempts() {
    int attempts = 0;
    boolean open = false;
    for (var told : acts) {
      switch (told.act().what()) {
        case TRIED -> {
          attempts++;
          open = true;
        }
        case FAILED, COMPLETED -> {
          attempts += open ? 0 : 1;
          open = false;
        }
        case WAITING, LEFT -> {}
      }
    }
    return attempts;
  }

  Instant since() {
    return acts.getFirst().act().at();
  }

  Instant last() {
    return acts.getLast().act().at();
  }

  Duration length() {
    return Duration.between(since(), last());
  }

  Blocked blocked() {
    var act = acts.getFirst().act();
    var detail =
        acts.reversed().stream()
            .map(told -> told.act().detail())
            .filter(said -> !said.isBlank())
            .findFirst()
            .orElse("");
    return new Blocked(act.user(), act.workflow(), since(), last(), attempts(), detail);
  }

  private static Duration gap(Told earlier, Told later) {
    return Duration.between(earlier.act().at(), later.act().at());
  }

  private static void close(List<Spell> spells, List<Told> current, End end) {
    if (!current.isEmpty()) {
      spells.add(new Spell(List.copyOf(current), end));
      current.clear();
    }
  }
}
