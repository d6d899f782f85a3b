package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.times.Shown;
import dev.evenkeel.server.schedule.timetable.AgreementDesk;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.schedule.timetable.PlacingDesk;
import dev.evenkeel.server.schedule.timetable.PlanningWish;
import dev.evenkeel.server.schedule.timetable.TimetableDesk;
import dev.evenkeel.server.schedule.timetable.UnapprovedCosts;
import dev.evenkeel.server.schedule.timetable.problem.PlanningFinding;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Timetables: the list, one of them while it is made and afterwards. */
@Controller
@RequestMapping("/schedule/timetables")
@Needs(Right.VIEW)
class TimetablesPage {
  private static final int ROWS = 100;

  private final TimetableDesk desk;
  private final PlacingDesk placing;
  private final AgreementDesk agreement;
  private final TimetableLook look;
  private final UnapprovedCosts costs;
  private final UpgradeBook upgrades;
  private final EstateBook estate;

  TimetablesPage(
      TimetableDesk desk,
      PlacingDesk placing,
      AgreementDesk agreement,
      TimetableLook look,
      UnapprovedCosts costs,
      UpgradeBook upgrades,
      EstateBook estate) {
    this.desk = desk;
    this.placing = placing;
    this.agreement = agreement;
    this.look = look;
    this.costs = costs;
    this.upgrades = upgrades;
    this.estate = estate;
  }

  @GetMapping
  String list(Model model) {
    return list(Typed.of(Map.of("seconds", "30", "days", "365")), model);
  }

  private String list(Typed form, Model model) {
    List<TimetableView> all = desk.list(ROWS).stream().map(TimetableView::of).toList();
    model.addAttribute("timetables", all);
    model.addAttribute("form", form);
    model.addAttribute("freezes", choices(EntryKind.FREEZE));
    model.addAttribute("teams", choices(EntryKind.TEAM));
    model.addAttribute("budgets", choices(EntryKind.BUDGET));
    model.addAttribute(
        "asks",
        Stream.of("withoutFreezes", "morePeople", "moreMoney").anyMatch(one -> form.rows(one) > 0));
    return "schedule/timetables";
  }

  /** Something of the estate that can be chosen by its title. */
  record Choice(String name, String title) {}

  private List<Choice> choices(EntryKind kind) {
    return estate.estate().all(kind).values().stream()
        .map(one -> new Choice(one.name(), one.entry().shownAs()))
        .toList();
  }

  @PostMapping
  @Needs(Right.PLAN)
  String make(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    PlanningWish wish = WishForm.read(typed, Optional.empty());
    AtomicLong made = new AtomicLong();
    if (typed.keeps(() -> made.set(desk.make(wish, actor).id()))) {
      return "redirect:/schedule/timetables/" + made.get();
    }
    response.setStatus(typed.status());
    return list(typed, model);
  }

  @GetMapping("/{id:\\d+}")
  String one(@PathVariable long id, Model model) {
    TimetableView.Whole whole = look.whole(id);
    model.addAttribute("whole", whole);
    model.addAttribute("timetable", whole.timetable());
    model.addAttribute("hints", hints(whole.findings()));
    model.addAttribute(
        "unapproved", costs.of(desk.placements(id).stream().map(Placement::upgrade).toList()));
    model.addAttribute(
        "others",
        desk.list(ROWS).stream().filter(one -> one.id() != id).map(TimetableView::of).toList());
    return "schedule/timetable";
  }

  private List<HintView> hints(List<PlanningFinding> findings) {
    return HintView.of(
        findings,
        upgrades.titles(
            findings.stream()
                .flatMap(one -> one.upgrade().stream())
                .distinct()
                .map(UpgradeId::new)
                .toList()));
  }

  /** What changes while it is made; tells htmx to load the whole page when it ends. */
  @GetMapping("/{id:\\d+}/progress")
  String progress(@PathVariable long id, HttpServletResponse response, Model model) {
    TimetableView view = TimetableView.of(desk.get(id));
    if (!view.goesOn()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("timetable", view);
    return "schedule/timetable :: progress";
  }

  @PostMapping("/{id:\\d+}/stop")
  @Needs(Right.PLAN)
  String stop(@PathVariable long id) {
    desk.stop(id);
    return "redirect:/schedule/timetables/{id}";
  }

  @PostMapping("/{id:\\d+}/agree")
  @Needs(Right.PLAN)
  String agree(@PathVariable long id, @RequestParam Map<String, String> form, Actor actor) {
    agreement.agree(id, Despite.of(Typed.of(form)), actor);
    return "redirect:/schedule/timetables/{id}";
  }

  @PostMapping("/{id:\\d+}/replan")
  @Needs(Right.PLAN)
  String replan(@PathVariable long id, Actor actor) {
    PlanningWish wish = desk.get(id).wish();
    long again =
        desk.make(
                new PlanningWish(
                    wish.name(),
                    wish.days(),
                    wish.seconds(),
                    wish.upgrades(),
                    wish.mostOfAWorkflow(),
                    Optional.of(id),
                    List.of(),
                    wish.withoutFreezes(),
                    wish.morePeople(),
                    wish.moreMoney()),
                actor)
            .id();
    return "redirect:/schedule/timetables/" + again;
  }

  @PostMapping("/{id:\\d+}/pin")
  @Needs(Right.PLAN)
  String pin(@PathVariable long id, @RequestParam UpgradeId upgrade, @RequestParam boolean pinned) {
    placing.pin(id, upgrade, pinned);
    return "redirect:/schedule/timetables/{id}";
  }

  @PostMapping("/{id:\\d+}/remove")
  @Needs(Right.PLAN)
  String remove(@PathVariable long id) {
    desk.remove(id);
    return "redirect:/schedule/timetables";
  }

  @GetMapping("/{id:\\d+}/compare/{other:\\d+}")
  String compare(@PathVariable long id, @PathVariable long other, Model model) {
    model.addAttribute("compared", look.compare(id, other));
    return "schedule/compare";
  }

  @GetMapping("/{id:\\d+}/explain/{upgrade}")
  String explain(@PathVariable long id, @PathVariable UpgradeId upgrade, Model model) {
    model.addAttribute("timetable", TimetableView.of(desk.get(id)));
    ZoneId zone = look.zone(upgrade);
    model.addAttribute("explained", look.explain(id, upgrade, zone));
    model.addAttribute("shown", new Shown(zone));
    return "schedule/explain";
  }
}
