package dev.evenkeel.server.execution.web;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.engine.ChangeHours;
import dev.evenkeel.server.execution.engine.Examined;
import dev.evenkeel.server.execution.engine.Examiner;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.store.RunLine;
import dev.evenkeel.server.execution.store.RunLines;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.FreeSlot;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A simple update of one system in three clicks: the runbook that was used for it last, the next
 * times at which it may be changed, schedule.
 */
@Controller
@Needs(value = Right.RUN, teams = true)
class ScheduleUpdatePage {
  private static final int SLOTS = 3;
  private static final int CHOICES = 20;

  /** Nobody schedules what is about to begin. */
  private static final Duration SOONEST = Duration.ofMinutes(5);

  /** Of a runbook without a rehearsal and without a limit. */
  private static final Duration USUAL = Duration.ofHours(1);

  private final RunControl control;
  private final RunStore runs;
  private final RunLines lines;
  private final Plans plans;
  private final Examiner examiner;
  private final ChangeHours hours;
  private final ChangeCalendar calendar;
  private final MeantTimes meant;
  private final Clock clock;

  ScheduleUpdatePage(
      RunControl control,
      RunStore runs,
      RunLines lines,
      Plans plans,
      Examiner examiner,
      ChangeHours hours,
      ChangeCalendar calendar,
      MeantTimes meant,
      Clock clock) {
    this.control = control;
    this.runs = runs;
    this.lines = lines;
    this.plans = plans;
    this.examiner = examiner;
    this.hours = hours;
    this.calendar = calendar;
    this.meant = meant;
    this.clock = clock;
  }

  /**
   * A time that is proposed.
   *
   * @param value what the form sends: start and latest start
   * @param isPlanned whether the timetable has it there
   * @param mark how it stands to when the upgrade is meant to be; empty without one
   */
  public record Proposal(
      String value, Instant at, Instant until, String cost, boolean isPlanned, String mark) {
    Proposal marked(String as) {
      return new Proposal(value, at, until, cost, isPlanned, as);
    }
  }

  /**
   * @param from a run over the system whose runbook is taken; when left out the newest for the
   *     upgrade, else the newest
   * @param at where the timetable has it; proposed first, if it may be changed then; when left out
   *     the place that was agreed on for the upgrade
   * @param upgrade that it carries out; a time as people were told, or else on its day of go-live,
   *     is proposed before any other
   */
  @GetMapping("/runs/schedule")
  String page(
      @RequestParam String system,
      @RequestParam Optional<RunId> from,
      @RequestParam Optional<Instant> at,
      @RequestParam Optional<UpgradeId> upgrade,
      Model model) {
    return show(
        system,
        upgrade,
        from.or(() -> upgrade.flatMap(runs::newestOf).map(StoredRun::id)),
        at.or(() -> upgrade.flatMap(meant::planned)),
        "",
        RequestKey.unique().value(),
        model);
  }

  @PostMapping("/runs/schedule")
  String schedule(
      @RequestParam String system,
      @RequestParam RunId from,
      @RequestParam String slot,
      @RequestParam(defaultValue = "") String waiver,
      @RequestParam Optional<UpgradeId> upgrade,
      @RequestParam String key,
      HttpServletResponse response,
      Actor actor,
      Model model) {
    try {
      StoredRun before = runs.get(from);
      RunId id =
          control.schedule(
              new NewRun(
                  before.runbook(),
                  before.inputs(),
                  RunKind.PRODUCTION,
                  Optional.of(waiver.strip()).filter(why -> !why.isEmpty()),
                  upgrade),
              times(slot),
              new RequestKey(key),
              actor);
      return "redirect:/runs/" + id;
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("refusal", refused.getMessage());
      return show(system, upgrade, Optional.of(from), Optional.empty(), waiver, key, model);
    }
  }

  private StartTimes times(String slot) {
    String[] both = slot.split("/", 2);
    try {
      return StartTimes.of(
          Instant.parse(both[0]),
          both.length == 2 ? Optional.of(Instant.parse(both[1])) : Optional.empty(),
          clock.instant());
    } catch (DateTimeParseException none) {
      throw new Refused(Refused.Kind.INVALID, "'%s' is no time.".formatted(slot));
    }
  }

  private String show(
      String system,
      Optional<UpgradeId> upgrade,
      Optional<RunId> from,
      Optional<Instant> at,
      String waiver,
      String key,
      Model model) {
    Optional<MeantTimes.Meant> when = upgrade.flatMap(meant::of);
    model.addAttribute("ofUpgrade", upgrade.orElse(null));
    model.addAttribute("meant", when.map(MeantTimes.Meant::says).orElse(""));
    List<RunLine> over =
        lines.newestOfEachRunbookNaming(system, CHOICES).stream()
            .filter(line -> hours.systems(plans.of(line.id()).runbook()).contains(system))
            .toList();
    model.addAttribute("system", system);
    model.addAttribute("over", over);
    model.addAttribute("waiver", waiver);
    model.addAttribute("at", at.orElse(null));
    model.addAttribute("key", key);
    from.or(() -> over.stream().map(RunLine::id).findFirst())
        .ifPresent(id -> propose(runs.get(id), at, when, model));
    return "execution/schedule-update";
  }

  private void propose(
      StoredRun before, Optional<Instant> at, Optional<MeantTimes.Meant> when, Model model) {
    Runbook runbook = plans.of(before).runbook();
    Examined examined = examiner.examine(before.runbook(), before.inputs());
    ChangeHours.Question question = hours.aboutStart(runbook, RunKind.PRODUCTION, before.digest());
    Duration length =
        question.length().compareTo(Duration.ofSeconds(1)) > 0
            ? question.length()
            : runbook.limits().duration().orElse(USUAL);
    model.addAttribute("chosen", before);
    model.addAttribute("needsWaiver", examined.needsWaiver());
    model.addAttribute("rehearsed", examined.rehearsed());
    model.addAttribute("length", length.toSeconds());
    List<Proposal> slots = new ArrayList<>();
    at.flatMap(planned -> planned(question.systems(), planned, length)).ifPresent(slots::add);
    boolean isOpenThen = !slots.isEmpty();
    boolean isMeantThen =
        when.isEmpty() || slots.stream().anyMatch(one -> when.get().has(one.at()));
    if (!isMeantThen) {
      Optional<Proposal> then = within(question.systems(), length, when.get().span());
      then.ifPresent(slots::addFirst);
      isMeantThen = then.isPresent();
    }
    proposals(question.systems(), length).stream()
        .filter(next -> slots.stream().noneMatch(one -> one.at().equals(next.at())))
        .toList()
        .forEach(slots::add);
    model.addAttribute("closedAsMeant", !isMeantThen);
    model.addAttribute(
        "slots",
        slots.stream()
            .map(one -> one.marked(when.map(meant -> meant.mark(one.at())).orElse("")))
            .toList());
    model.addAttribute("closedThen", at.isPresent() && !isOpenThen);
  }

  /** The place it has in the timetable, if it can still be kept. */
  private Optional<Proposal> planned(Set<String> systems, Instant at, Duration length) {
    if (at.isBefore(clock.instant().plus(Duration.ofMinutes(1)))
        || !(hours.ask(new ChangeHours.Question(systems, length), at)
            instanceof ChangeHours.Answer.Open(Optional<Instant> until))) {
      return Optional.empty();
    }
    Instant last = until.map(end -> end.minus(length)).orElse(at.plus(Duration.ofHours(1)));
    return Optional.of(proposal(at, length, last, "", true));
  }

  /** The cheapest time in the first opening of a time, such as the day people were told of. */
  private Optional<Proposal> within(Set<String> systems, Duration length, Span span) {
    Instant soonest = clock.instant().plus(SOONEST);
    Instant from = span.from().isBefore(soonest) ? soonest : span.from();
    return from.plus(length).isAfter(span.to())
        ? Optional.empty()
        : calendar.slots(systems, length, new Span(from, span.to()), 1).stream()
            .map(slot -> proposal(slot, length))
            .findFirst();
  }

  /** In openings that never end there is only one slot each; the next are looked for behind it. */
  private List<Proposal> proposals(Set<String> systems, Duration length) {
    List<Proposal> found = new ArrayList<>();
    Instant from = clock.instant().plus(SOONEST);
    while (found.size() < SLOTS) {
      List<FreeSlot> more = calendar.slots(systems, length, from, SLOTS - found.size());
      if (more.isEmpty()) {
        return found;
      }
      more.forEach(slot -> found.add(proposal(slot, length)));
      from = more.getLast().span().to();
    }
    return found;
  }

  private static Proposal proposal(FreeSlot slot, Duration length) {
    return proposal(
        slot.span().from(), length, slot.opening().to().minus(length), slot.cost().words(), false);
  }

  private static Proposal proposal(
      Instant at, Duration length, Instant last, String cost, boolean isPlanned) {
    Instant hour = at.plus(Duration.ofHours(1));
    Instant latest = last.isBefore(hour) ? last : hour;
    Instant least = at.plus(Duration.ofMinutes(1));
    return new Proposal(
        at + "/" + (latest.isBefore(least) ? least : latest),
        at,
        at.plus(length),
        cost,
        isPlanned,
        "");
  }
}
