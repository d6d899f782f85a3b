package dev.evenkeel.server.schedule.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.schedule.web.year.DaySheet;
import dev.evenkeel.server.schedule.web.year.Mark;
import dev.evenkeel.server.schedule.web.year.Sight;
import dev.evenkeel.server.schedule.web.year.YearSheet;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The year at a glance: how busy each day is, what is frozen, which upgrades stand where. */
@Controller
@RequestMapping("/schedule/year")
@Needs(Right.VIEW)
class YearPage {
  private static final int FIRST = 2000;
  private static final int LAST = 2100;
  private static final int NAMED = 500;

  private final Sights sights;
  private final Clock clock;

  YearPage(Sights sights, Clock clock) {
    this.sights = sights;
    this.clock = clock;
  }

  @GetMapping
  String page(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String day,
      HttpServletResponse answer,
      Model model) {
    if (sights.areAwaited()) {
      answer.setHeader("Refresh", "2");
      return "schedule/year-awaited";
    }
    Optional<LocalDate> opened = day.isBlank() ? Optional.empty() : Optional.of(day(day));
    YearMonth shown = shown(from.isBlank() ? YearMonth.now(clock) : month(from), opened);
    var wanted =
        new Sight.Wanted(
            Optional.of(team.strip()).filter(text -> !text.isEmpty()),
            Optional.of(system.strip()).filter(text -> !text.isEmpty()));
    Sights.Seen seen = sights.see(wanted, shown, zone);
    Sight sight = seen.sight();
    List<Mark> marks = sights.marks(wanted, sight);
    Map<LocalDate, List<String>> holidays = Sights.holidays(seen.estate(), sight);
    LocalDate today = LocalDate.now(clock.withZone(sight.zone()));
    model.addAttribute("sight", sight);
    model.addAttribute("sheet", YearSheet.of(sight, marks, holidays, today));
    model.addAttribute("marks", marks.size());
    model.addAttribute("wanted", wanted);
    model.addAttribute("asked", zone.strip());
    model.addAttribute(
        "teams", seen.estate().all(EntryKind.TEAM).keySet().stream().limit(NAMED).toList());
    opened.ifPresent(date ->
        model.addAttribute(
            "opened",
            DaySheet.of(
                sight,
                seen.estate(),
                Sights.calendars(seen.estate(), wanted),
                date,
                holidays.getOrDefault(date, List.of()),
                marks)));
    return "schedule/year";
  }

  /** The months that were asked for, unless the day that is opened lies outside of them. */
  private static YearMonth shown(YearMonth first, Optional<LocalDate> opened) {
    return opened
        .map(YearMonth::from)
        .filter(month -> month.isBefore(first) || !month.isBefore(first.plusYears(1)))
        .orElse(first);
  }

  private static YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text.strip());
      within(month.getYear());
      return month;
    } catch (DateTimeException notOne) {
      throw new Refused(
          Refused.Kind.INVALID, "'%s' is no month. Write one such as 2027-01.".formatted(text));
    }
  }

  private static void within(int year) {
    if (year < FIRST || year > LAST) {
      throw new Refused(
          Refused.Kind.INVALID,
          "%d lies outside of the years %d to %d. Choose another.".formatted(year, FIRST, LAST));
    }
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      within(day.getYear());
      return day;
    } catch (DateTimeException notOne) {
      throw new Refused(
          Refused.Kind.INVALID, "'%s' is no day. Write one such as 2027-03-31.".formatted(text));
    }
  }
}
