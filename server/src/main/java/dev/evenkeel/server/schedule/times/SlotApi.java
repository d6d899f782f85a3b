package dev.evenkeel.server.schedule.times;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.FreeSlot;
import dev.evenkeel.server.schedule.Objection;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When systems may be changed, and what it costs then, over HTTP. */
@RestController
@RequestMapping("/api/schedule")
@Needs(Right.VIEW)
class SlotApi {
  private static final int MOST = 50;
  private static final int MOST_REASONS = 200;
  private static final Duration LONGEST = Duration.ofDays(732);

  private final ChangeCalendar calendar;
  private final EstateBook book;
  private final UpgradeBook upgrades;
  private final Prices prices;
  private final Clock clock;

  SlotApi(
      ChangeCalendar calendar, EstateBook book, UpgradeBook upgrades, Prices prices, Clock clock) {
    this.calendar = calendar;
    this.book = book;
    this.upgrades = upgrades;
    this.prices = prices;
    this.clock = clock;
  }

  /**
   * One slot.
   *
   * @param cost in hours of people, or of average use
   * @param price in money, by the cost sheet of the upgrade
   */
  record SlotView(
      Instant opensAt,
      Instant closesAt,
      Instant from,
      Instant to,
      double cost,
      String costUnit,
      String costWords,
      Optional<Prices.Price> price) {}

  /** Why there is no change at a time. */
  record ReasonView(String kind, Instant from, Instant to, String says) {
    static ReasonView of(Reason reason) {
      return new ReasonView(
          reason.getClass().getSimpleName().toLowerCase(Locale.ROOT),
          reason.when().from(),
          reason.when().to(),
          reason.words());
    }
  }

  /**
   * The next slots.
   *
   * @param before why not before the first of them, or why there is none
   */
  record Slots(List<SlotView> slots, List<ReasonView> before) {}

  /** Time that is open. */
  record OpenView(Instant from, Instant to) {}

  /** What is open in a range, and what closes the rest. */
  record Open(List<OpenView> open, List<ReasonView> closed) {}

  /** One thing against a time. */
  record ObjectionView(String system, ReasonView reason, Right mayOverride) {
    static ObjectionView of(Objection one) {
      return new ObjectionView(one.system(), ReasonView.of(one.reason()), one.mayOverride());
    }
  }

  /**
   * The next slots for systems, or for an upgrade.
   *
   * @param upgrade its systems and its downtime, where they are not given
   */
  @GetMapping("/slots")
  Slots slots(
      @RequestParam(defaultValue = "") List<String> system,
      @RequestParam Optional<UpgradeId> upgrade,
      @RequestParam(defaultValue = "") String length,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "3") int most) {
    Optional<Upgrade> of = upgrade.map(upgrades::get);
    SlotWish wish = wish(system, of, length, from);
    if (!system.isEmpty()) {
      requireKnown(wish.systems());
    }
    List<SlotView> slots =
        calendar
            .slots(wish.systems(), wish.length(), wish.from(), Math.clamp(most, 1, MOST))
            .stream()
            .map(slot -> view(slot, of))
            .toList();
    List<ReasonView> before =
        calendar.next(wish.systems(), wish.length(), wish.from()).before().stream()
            .limit(MOST_REASONS)
            .map(ReasonView::of)
            .toList();
    return new Slots(slots, before);
  }

  private SlotWish wish(
      List<String> systems, Optional<Upgrade> upgrade, String length, String from) {
    return SlotWish.read(
        systems.isEmpty() ? upgrade.map(it -> it.terms().systems()).orElse(systems) : systems,
        length.isBlank()
            ? upgrade
                .flatMap(it -> it.terms().downtimeMinutes())
                .map("%dm"::formatted)
                .orElse(length)
            : length,
        from,
        ZoneOffset.UTC,
        clock);
  }

  private SlotView view(FreeSlot slot, Optional<Upgrade> upgrade) {
    return new SlotView(
        slot.opening().from(),
        slot.opening().to(),
        slot.span().from(),
        slot.span().to(),
        slot.cost().inPeople() ? slot.cost().hours() : slot.cost().averageHours(),
        slot.cost().inPeople() ? "people-hours" : "average-hours",
        slot.cost().words(),
        upgrade.flatMap(it -> prices.of(it, slot)));
  }

  /** When all of some systems may be changed. */
  @GetMapping("/open-times")
  Open openTimes(
      @RequestParam List<String> system, @RequestParam Instant from, @RequestParam Instant to) {
    Span range = span(from, to);
    requireKnown(system);
    OpenTimes times = calendar.openTimes(system, range);
    return new Open(
        times.open().stream().map(open -> new OpenView(open.from(), open.to())).toList(),
        times.closed().stream().limit(MOST_REASONS).map(ReasonView::of).toList());
  }

  /** All there is against a change of some systems at a time. */
  @GetMapping("/objections")
  List<ObjectionView> objections(
      @RequestParam List<String> system, @RequestParam Instant from, @RequestParam Instant to) {
    Span range = span(from, to);
    requireKnown(system);
    return calendar.objections(system, range).stream()
        .limit(MOST_REASONS)
        .map(ObjectionView::of)
        .toList();
  }

  /** Of a name that is mistyped nothing would say that it is ever closed. */
  private void requireKnown(List<String> systems) {
    var estate = book.estate();
    List<String> unknown =
        systems.stream().filter(name -> estate.system(name).isEmpty()).limit(MOST).toList();
    if (!unknown.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Not in the estate: %s. Correct the name, or add the system."
              .formatted(String.join(", ", unknown)));
    }
  }

  private static Span span(Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new Refused(
          Refused.Kind.INVALID,
          "From %s to %s is no time, or more than two years. Put the earlier one into `from`."
              .formatted(from, to));
    }
    return new Span(from, to);
  }
}
