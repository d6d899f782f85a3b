package dev.evenkeel.server.schedule.web.conflict;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Budget;
import dev.evenkeel.server.schedule.budget.BudgetUse;
import dev.evenkeel.server.schedule.budget.BudgetUse.Paid;
import dev.evenkeel.server.schedule.budget.money.Periods;
import dev.evenkeel.server.schedule.web.conflict.Conflict.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Periods of budgets that do not suffice.
 *
 * <ol>
 *   <li>A period that is over is left alone: nothing changes it any more.
 *   <li>Of the others, more was spent than there is, or what was spent and is still to come is
 *       more.
 *   <li>The cheapest way out is the upgrade that costs least there of those that have not begun and
 *       make enough room, moved to the next period that has room for it; otherwise money that is
 *       left in another period; otherwise more money.
 * </ol>
 */
public final class BudgetConflicts {
  private final LocalDate today;
  private final List<Conflict> found = new ArrayList<>();

  private BudgetConflicts(LocalDate today) {
    this.today = today;
  }

  public static List<Conflict> of(List<BudgetUse> budgets, LocalDate today) {
    BudgetConflicts conflicts = new BudgetConflicts(today);
    budgets.forEach(conflicts::budget);
    return List.copyOf(conflicts.found);
  }

  /** A period with what is left of it. */
  private record Room(Budget.Period period, long amount, long spent, long left) {
    String title() {
      return Periods.title(period);
    }
  }

  private void budget(BudgetUse use) {
    List<Room> rooms =
        Periods.of(use.budget()).list().stream()
            .map(period -> {
              var balance = use.ledger().in(Optional.of(period));
              long amount = (long) Math.floor(period.amount());
              return new Room(period, amount, balance.spent(), amount - balance.forecast());
            })
            .filter(room -> !room.period().to().isBefore(today))
            .toList();
    rooms.stream().filter(room -> room.left() < 0).forEach(room -> shortOf(use, room, rooms));
  }

  private void shortOf(BudgetUse use, Room room, List<Room> rooms) {
    long missing = -room.left();
    String currency = use.budget().currency();
    String says =
        room.spent() > room.amount()
            ? "In %s %,d %s were spent, and there are %,d.%s"
                .formatted(
                    room.title(),
                    room.spent(),
                    currency,
                    room.amount(),
                    missing > room.spent() - room.amount()
                        ? " With what is still to come %,d are missing.".formatted(missing)
                        : "")
            : "%s has %,d %s, and %,d are planned or spent: %,d are missing."
                .formatted(room.title(), room.amount(), currency, room.amount() + missing, missing);
    String path = "/schedule/budgets/" + use.budget().name();
    found.add(
        new Conflict(
            Kind.BUDGET,
            new Work(
                use.title(),
                path,
                Optional.empty(),
                use.budget().owner(),
                List.of(),
                days(room.period()),
                Duration.ofMinutes(1),
                List.of()),
            "%s %s"
                .formatted(
                    says,
                    use.budget()
                        .owner()
                        .map("%s answers for it."::formatted)
                        .orElse("Nobody answers for it.")),
            wayOut(use, room, rooms, missing),
            path));
  }

  private static Span days(Budget.Period period) {
    return new Span(
        period.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
        period.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private String wayOut(BudgetUse use, Room room, List<Room> rooms, long missing) {
    String more =
        "%s %,d %s more"
            .formatted(
                use.budget().owner().map("ask %s for"::formatted).orElse("give it"),
                missing,
                use.budget().currency());
    return moved(use, room, rooms, missing)
        .or(() ->
            rooms.stream()
                .filter(other -> other.left() >= missing)
                .findFirst()
                .map(other ->
                    "Take %,d from %s, where %,d are left"
                        .formatted(missing, other.title(), other.left())))
        .map(way -> "%s, or %s.".formatted(way, more))
        .orElseGet(() -> Character.toUpperCase(more.charAt(0)) + more.substring(1) + ".");
  }

  private Optional<String> moved(BudgetUse use, Room room, List<Room> rooms, long missing) {
    record Move(Paid paid, long here, Room to) {}
    return use.upgrades().stream()
        .filter(paid -> paid.day().filter(day -> day.isAfter(today)).isPresent())
        .flatMap(paid -> {
          long here = paid.ledger().in(Optional.of(room.period())).toCome();
          return here < missing
              ? Optional.<Move>empty().stream()
              : rooms.stream()
                  .filter(other -> other.period().from().isAfter(room.period().to()))
                  .filter(other -> other.left() >= here)
                  .findFirst()
                  .map(other -> new Move(paid, here, other))
                  .stream();
        })
        .min(Comparator.comparingLong(Move::here))
        .map(move ->
            "Move %s, %,d here, to %s, where %,d are left"
                .formatted(move.paid().title(), move.here(), move.to().title(), move.to().left()));
  }
}
