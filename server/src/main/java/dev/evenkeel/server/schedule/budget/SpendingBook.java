package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.schedule.budget.store.SpendingStore;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;

/**
 * What was spent on upgrades. Money that is gone is gone: it is taken down also where nobody
 * approved it, and marked.
 */
@Service
public class SpendingBook {
  private final SpendingStore store;
  private final CostDesk costs;
  private final Clock clock;

  SpendingBook(SpendingStore store, CostDesk costs, Clock clock) {
    this.store = store;
    this.costs = costs;
    this.clock = clock;
  }

  /** What somebody says was spent. */
  public record Said(LocalDate day, CostKind kind, int phase, long amount, String note) {}

  /** In the order in which they were written. */
  public List<Spent> of(UpgradeId upgrade) {
    return store.of(upgrade);
  }

  /** By upgrade, in the order in which they were written. */
  public List<Spent> all() {
    return store.all();
  }

  /**
   * @param seen how many entries there were; so one that is sent twice counts once
   * @throws Refused when there are more by now
   */
  public Spent add(UpgradeId upgrade, Said said, int seen, Actor actor) {
    CostStanding standing = costs.get(upgrade);
    Spent entry =
        new Spent(
            upgrade,
            seen + 1,
            standing.costs().budget(),
            said.day(),
            said.kind(),
            said.phase(),
            said.amount(),
            said.note(),
            OptionalInt.empty(),
            standing
                .approval()
                .map(one -> OptionalInt.of(one.number()))
                .orElse(OptionalInt.empty()),
            actor,
            clock.instant());
    keep(entry, seen);
    return entry;
  }

  /** Takes an entry back by one of the opposite amount. */
  public Spent takeBack(UpgradeId upgrade, int number, String note, int seen, Actor actor) {
    List<Spent> entries = store.of(upgrade);
    Spent wrong =
        entries.stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Upgrade %s has no entry %d of what was spent.".formatted(upgrade, number)));
    if (wrong.corrects().isPresent()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Entry %d takes entry %d back and cannot be taken back itself. Write what was spent as a new entry."
              .formatted(number, wrong.corrects().getAsInt()));
    }
    entries.stream()
        .filter(one -> one.corrects().equals(OptionalInt.of(number)))
        .findFirst()
        .ifPresent(one -> {
          throw new Refused(
              Refused.Kind.NOT_NOW,
              "Entry %d was taken back already, by entry %d of %s."
                  .formatted(number, one.number(), one.by().name()));
        });
    Spent counter =
        new Spent(
            upgrade,
            seen + 1,
            wrong.budget(),
            wrong.day(),
            wrong.kind(),
            wrong.phase(),
            -wrong.amount(),
            note,
            OptionalInt.of(number),
            OptionalInt.empty(),
            actor,
            clock.instant());
    keep(counter, seen);
    return counter;
  }

  private void keep(Spent entry, int seen) {
    if (seen < 0 || seen == Integer.MAX_VALUE || !store.add(entry)) {
      throw new Refused(
          Refused.Kind.STALE,
          "There are other entries by now than those you looked at. Nothing was written. Look whether it stands there already, and write it again if not.");
    }
  }
}
