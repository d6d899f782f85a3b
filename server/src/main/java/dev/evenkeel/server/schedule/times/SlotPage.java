package dev.evenkeel.server.schedule.times;

import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.SlotFinder;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.FreeSlot;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds the next free slots for some systems, with what each costs. */
@Controller
@Needs(Right.VIEW)
class SlotPage {
  private static final int SLOTS = 3;
  private static final int MOST = 30;
  private static final int REASONS = 12;
  private static final int KNOWN = 2_000;

  private final ChangeCalendar calendar;
  private final EstateBook estate;
  private final UpgradeBook upgrades;
  private final Prices prices;
  private final Clock clock;

  SlotPage(
      ChangeCalendar calendar,
      EstateBook estate,
      UpgradeBook upgrades,
      Prices prices,
      Clock clock) {
    this.calendar = calendar;
    this.estate = estate;
    this.upgrades = upgrades;
    this.prices = prices;
    this.clock = clock;
  }

  /**
   * A row of the page.
   *
   * @param price in money, where an upgrade's cost sheet says it
   * @param more than the cheapest of them, as a factor in words
   */
  record Row(String when, String opening, String openFor, String cost, String price, String more) {}

  /** Why it does not fit before. */
  record Why(String when, String says) {}

  @GetMapping("/schedule/slots")
  String page(
      @RequestParam(defaultValue = "") String systems,
      @RequestParam Optional<UpgradeId> upgrade,
      @RequestParam(defaultValue = "") String length,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "3") int most,
      Model model) {
    Optional<Upgrade> of = upgrade.map(upgrades::get);
    String named =
        systems.isBlank()
            ? of.map(it -> String.join(", ", it.terms().systems())).orElse("")
            : systems;
    String wanted =
        length.isBlank()
            ? of.flatMap(it -> it.terms().downtimeMinutes()).map("%dm"::formatted).orElse("2h")
            : length;
    model.addAttribute("systems", named);
    model.addAttribute("length", wanted);
    model.addAttribute("from", from);
    model.addAttribute("upgrade", of.orElse(null));
    model.addAttribute("upgrades", upgrades.open().stream().limit(200).toList());
    model.addAttribute(
        "known", estate.estate().all(EntryKind.SYSTEM).keySet().stream().limit(KNOWN).toList());
    if (!named.isBlank()) {
      find(named, of, wanted, from, Math.clamp(most, 1, MOST), model);
    }
    return "schedule/slots";
  }

  private void find(
      String named, Optional<Upgrade> of, String length, String from, int most, Model model) {
    ZoneId zone = zone(named);
    try {
      SlotWish wish = SlotWish.read(List.of(named), length, from, zone, clock);
      List<FreeSlot> slots = calendar.slots(wish.systems(), wish.length(), wish.from(), most);
      SlotFinder.Next next = calendar.next(wish.systems(), wish.length(), wish.from());
      Shown shown = new Shown(zone);
      model.addAttribute("zone", zone);
      model.addAttribute(
          "unknown",
          wish.systems().stream().filter(name -> estate.estate().system(name).isEmpty()).toList());
      model.addAttribute("slots", rows(slots, of, shown));
      model.addAttribute(
          "same", slots.stream().map(slot -> slot.cost().hours()).distinct().count() <= 1);
      // systems of one calendar are closed for the same reason
      List<Why> before =
          next.before().stream().map(reason -> why(reason, shown)).distinct().toList();
      model.addAttribute("before", before.subList(0, Math.min(REASONS, before.size())));
      model.addAttribute("hidden", Math.max(0, before.size() - REASONS));
      model.addAttribute("next", slots.size() == most && most < MOST ? most + SLOTS : 0);
      model.addAttribute("lengthWords", Shown.length(wish.length()));
    } catch (Refused refused) {
      model.addAttribute("wrong", refused.getMessage());
    }
  }

  private List<Row> rows(List<FreeSlot> slots, Optional<Upgrade> of, Shown shown) {
    double least = slots.stream().mapToDouble(slot -> slot.cost().hours()).min().orElse(0);
    List<Row> rows = new ArrayList<>();
    int named = 0;
    for (FreeSlot slot : slots) {
      double hours = slot.cost().hours();
      boolean isFirst = hours <= least && named++ == 0;
      String price =
          of.flatMap(it -> prices.of(it, slot))
              .map(it -> String.format(Locale.ROOT, "%,.0f %s", it.amount(), it.currency()))
              .orElse("");
      rows.add(
          new Row(
              shown.span(slot.span()),
              shown.span(slot.opening()),
              Shown.length(slot.opening().length()),
              slot.cost().words(),
              price,
              compared(hours, least, isFirst)));
    }
    return rows;
  }

  /** The least is named once; what costs as much says so. */
  private static String compared(double hours, double least, boolean isFirst) {
    if (hours <= least) {
      return isFirst ? "least of these" : "as little";
    }
    return hours <= least * 1.005 || least == 0
        ? ""
        : String.format(Locale.ROOT, "+%,.0f %%", (hours / least - 1) * 100);
  }

  private static Why why(Reason reason, Shown shown) {
    String words = reason.words();
    return new Why(shown.span(reason.when()), words.substring(words.indexOf(": ") + 2));
  }

  /** The clock of the first system that has one. */
  private ZoneId zone(String named) {
    for (String name : named.split("[\\s,;]+")) {
      Optional<ZoneId> zone = estate.estate().system(name).flatMap(EstateSystem::timeZone);
      if (zone.isPresent()) {
        return zone.get();
      }
    }
    return ZoneId.of("UTC");
  }
}
