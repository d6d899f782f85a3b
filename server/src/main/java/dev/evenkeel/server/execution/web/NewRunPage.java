package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunAside;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.engine.Examined;
import dev.evenkeel.server.execution.engine.Examiner;
import dev.evenkeel.server.execution.engine.PlannedRun;
import dev.evenkeel.server.execution.engine.UpgradesOfRuns;
import dev.evenkeel.server.execution.store.RunLines;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a run is prepared: the runbook with its findings, its inputs, what would happen, what
 * speaks against it; and started.
 */
@Controller
@Needs(value = Right.RUN, teams = true)
class NewRunPage {
  private static final int PICKS = 20;

  /** Of the model: whether it was refused only because no window is open. */
  private static final String OUTSIDE = "outside";

  private final RunControl control;
  private final Examiner examiner;
  private final RunStore runs;
  private final RunLines lines;
  private final UpgradesOfRuns upgrades;
  private final List<RunAside> asides;
  private final Clock clock;

  NewRunPage(
      RunControl control,
      Examiner examiner,
      RunStore runs,
      RunLines lines,
      UpgradesOfRuns upgrades,
      ObjectProvider<RunAside> asides,
      Clock clock) {
    this.control = control;
    this.examiner = examiner;
    this.runs = runs;
    this.lines = lines;
    this.upgrades = upgrades;
    this.asides = asides.orderedStream().toList();
    this.clock = clock;
  }

  /**
   * @param from a run whose runbook and inputs are taken over
   * @param upgrade that it is to carry out
   */
  @GetMapping("/runs/new")
  String page(
      @RequestParam Optional<RunId> from, @RequestParam Optional<UpgradeId> upgrade, Model model) {
    NewRunForm form =
        from.map(
                id -> {
                  StoredRun run = runs.get(id);
                  return NewRunForm.of(run.runbook(), run.inputs()).of(run.upgrade());
                })
            .orElseGet(NewRunForm::empty);
    return show(form.of(upgrade), model);
  }

  /** The same, as filled in so far. Starts nothing. */
  @PostMapping("/runs/new")
  String look(
      HttpServletRequest request,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      Model model) {
    show(NewRunForm.of(request), model);
    model.addAttribute("live", inPlace);
    return inPlace ? "execution/new-live" : "execution/new";
  }

  @PostMapping("/runs")
  String start(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam RunKind kind,
      Rights rights,
      Actor actor,
      Model model) {
    NewRunForm form = NewRunForm.of(request);
    try {
      return "redirect:/runs/" + taken(form, kind, rights, actor);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      List<Obstacle.Group> obstacles = Obstacle.grouped(refused.obstacles());
      model.addAttribute("obstacles", obstacles);
      model.addAttribute("refused", true);
      model.addAttribute("refusal", obstacles.isEmpty() ? refused.getMessage() : "");
      model.addAttribute(OUTSIDE, refused.kind() == Refused.Kind.OUTSIDE_WINDOW);
      return show(form, model);
    }
  }

  private RunId taken(NewRunForm form, RunKind kind, Rights rights, Actor actor) {
    RequestKey key = new RequestKey(form.key());
    Optional<HoursOverride> override = Asker.override(form.override(), rights);
    return form.later()
        ? control.schedule(
            form.asked(kind), form.time().times(clock.instant()), override, key, actor)
        : control.start(form.asked(kind), key, override, actor);
  }

  private String show(NewRunForm form, Model model) {
    if (!model.containsAttribute(OUTSIDE)) {
      model.addAttribute(OUTSIDE, false);
    }
    boolean blank = form.runbook().isBlank();
    Examined examined = examiner.examine(form.runbook(), form.inputs());
    model.addAttribute("form", form);
    model.addAttribute("blank", blank);
    model.addAttribute("picks", lines.newestOfEachRunbook(PICKS));
    model.addAttribute("findings", blank ? List.of() : examined.reading().findings());
    model.addAttribute("runbook", examined.reading().runbook().orElse(null));
    model.addAttribute("outlook", examined.reading().runbook().map(Outlook::of).orElse(null));
    UpgradesOfRuns.Proposed proposed = proposed(examined, form);
    model.addAttribute(
        "checklist", blank ? List.of() : Checklist.of(examined, aside(proposed, form)));
    model.addAttribute("upgrades", proposed);
    model.addAttribute("rehearsed", examined.rehearsed());
    model.addAttribute("needsWaiver", examined.needsWaiver());
    model.addAttribute(
        "ready",
        examined.plan().isPresent()
            && examined.wrongCalls().isEmpty()
            && examined.missingSecrets().isEmpty());
    return "execution/new";
  }

  /** What is missing elsewhere for the upgrade that it would carry out. */
  private List<RunAside.Line> aside(UpgradesOfRuns.Proposed proposed, NewRunForm form) {
    return form.named().or(proposed::chosen).stream()
        .flatMap(upgrade -> asides.stream().flatMap(one -> one.ofNew(upgrade).stream()))
        .toList();
  }

  /** What the run may carry out. */
  private UpgradesOfRuns.Proposed proposed(Examined examined, NewRunForm form) {
    return examined
        .reading()
        .runbook()
        .flatMap(runbook ->
            examined
                .plan()
                .map(plan -> upgrades.proposed(new PlannedRun(runbook, form.inputs(), plan))))
        .orElse(new UpgradesOfRuns.Proposed(List.of(), Optional.empty()));
  }
}
