package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunAside;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.EstateHold;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A run, live: what an engineer wants to see at 3 a.m. */
@Controller
@RequestMapping("/runs/{id}")
@Needs(Right.VIEW)
class RunPage {
  /** Lines of the log below the run. */
  private static final int LINES = 30;

  /** The parts of the page that change by themselves; each is a fragment of {@code run-parts}. */
  enum Part {
    HEAD,
    ENDING,
    OPEN,
    GRID,
    NOW,
    WAYBACK,
    WATCH,
    OUTSIDE,
    LOG;

    String fragment() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final RunControl control;
  private final RunViews views;
  private final WatchCards watch;
  private final RunEndings endings;
  private final RunLog log;
  private final HoursNow hours;
  private final List<RunAside> asides;
  private final EstateHold hold;
  private final Clock clock;

  RunPage(
      RunControl control,
      RunViews views,
      WatchCards watch,
      RunEndings endings,
      RunLog log,
      HoursNow hours,
      ObjectProvider<RunAside> asides,
      EstateHold hold,
      Clock clock) {
    this.control = control;
    this.views = views;
    this.watch = watch;
    this.endings = endings;
    this.log = log;
    this.hours = hours;
    this.asides = asides.orderedStream().toList();
    this.hold = hold;
    this.clock = clock;
  }

  @GetMapping
  String page(@PathVariable RunId id, LogQuery lines, Model model) {
    show(id, EnumSet.allOf(Part.class), lines, model);
    return "execution/run";
  }

  /** Some parts of the page, each to be put in its place. */
  @GetMapping(headers = "HX-Request=true", params = "parts")
  String parts(
      @PathVariable RunId id, @RequestParam List<String> parts, LogQuery lines, Model model) {
    Set<Part> wanted = EnumSet.noneOf(Part.class);
    Arrays.stream(Part.values())
        .filter(part -> parts.contains(part.fragment()))
        .forEach(wanted::add);
    return live(id, wanted, lines, model);
  }

  @PostMapping("/commands/{command}")
  @Needs(Right.RUN)
  String command(
      @PathVariable RunId id,
      @PathVariable String command,
      @RequestParam Optional<String> step,
      @RequestParam(defaultValue = "") String reason,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      HttpServletRequest request,
      Rights rights,
      Actor actor,
      LogQuery lines,
      Model model) {
    control.command(
        id,
        RunCommands.of(command),
        step,
        reason,
        Asker.override(request.getParameter("override"), rights),
        actor);
    return inPlace ? live(id, EnumSet.allOf(Part.class), lines, model) : "redirect:/runs/" + id;
  }

  /** Says when it starts by itself, for the first time or anew. */
  @PostMapping("/appointment")
  @Needs(Right.RUN)
  String appoint(
      @PathVariable RunId id,
      @RequestParam Optional<Long> version,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      HttpServletRequest request,
      Rights rights,
      Actor actor,
      LogQuery lines,
      Model model) {
    control.appoint(
        id,
        TypedTime.of(request).times(clock.instant()),
        Asker.override(request.getParameter("override"), rights),
        version,
        actor);
    return inPlace ? live(id, EnumSet.allOf(Part.class), lines, model) : "redirect:/runs/" + id;
  }

  @PostMapping("/appointment/cancel")
  @Needs(Right.RUN)
  String cancelAppointment(
      @PathVariable RunId id,
      @RequestParam Optional<Long> version,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      Actor actor,
      LogQuery lines,
      Model model) {
    control.cancelAppointment(id, version, actor);
    return inPlace ? live(id, EnumSet.allOf(Part.class), lines, model) : "redirect:/runs/" + id;
  }

  @PostMapping("/attempts/{attempt}/confirmation")
  @Needs(Right.RUN)
  String confirm(
      @PathVariable RunId id,
      @PathVariable String attempt,
      @RequestParam boolean accepted,
      @RequestParam(defaultValue = "") String evidence,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      Actor actor,
      LogQuery lines,
      Model model) {
    control.confirm(id, attempt, accepted, evidence, actor);
    return inPlace ? live(id, EnumSet.allOf(Part.class), lines, model) : "redirect:/runs/" + id;
  }

  /** Lets others change the entries of what the run changes. */
  @PostMapping("/release")
  @Needs(Right.OVERRIDE)
  String release(
      @PathVariable RunId id,
      @RequestParam(defaultValue = "") String reason,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      Actor actor,
      LogQuery lines,
      Model model) {
    hold.release(id, reason, actor);
    return inPlace ? live(id, EnumSet.of(Part.HEAD), lines, model) : "redirect:/runs/" + id;
  }

  private String live(RunId id, Set<Part> parts, LogQuery lines, Model model) {
    show(id, parts, lines, model);
    model.addAttribute("parts", parts.stream().map(Part::fragment).toList());
    model.addAttribute("live", true);
    return "execution/run-live";
  }

  private void show(RunId id, Set<Part> parts, LogQuery lines, Model model) {
    RunView run = views.of(id);
    model.addAttribute("run", run);
    model.addAttribute("glance", Glance.of(run));
    model.addAttribute("closed", hours.closed(id, run).orElse(null));
    model.addAttribute("hold", hold.of(id));
    model.addAttribute("ending", endings.of(run).orElse(null));
    if (parts.contains(Part.GRID)) {
      model.addAttribute("grid", GridView.of(run));
    }
    if (parts.contains(Part.WATCH)) {
      List<WatchCard> cards = watch.of(id, run.verdicts());
      model.addAttribute("cards", cards);
      model.addAttribute("compares", cards.stream().anyMatch(WatchCard::compared));
    }
    if (parts.contains(Part.OUTSIDE)) {
      model.addAttribute("asides", asides.stream().flatMap(one -> one.of(id).stream()).toList());
    }
    if (parts.contains(Part.LOG)) {
      model.addAttribute("log", LogView.of(log, id, lines, LINES));
    }
  }
}
