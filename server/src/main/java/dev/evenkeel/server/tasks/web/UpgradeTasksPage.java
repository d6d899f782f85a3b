package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.EvidenceKeeper;
import dev.evenkeel.server.tasks.Launch;
import dev.evenkeel.server.tasks.LaunchDesk;
import dev.evenkeel.server.tasks.LaunchTerms;
import dev.evenkeel.server.tasks.SafetyDesk;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.TaskLists;
import dev.evenkeel.server.tasks.TemplateShelf;
import dev.evenkeel.server.tasks.TemplateVersion;
import dev.evenkeel.server.tasks.Undertakings;
import dev.evenkeel.server.tasks.deadline.Basis;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tasks of an upgrade, by the templates they came from. */
@Controller
@RequestMapping("/upgrades/{id:\\d+}/tasks")
@Needs(Right.VIEW)
class UpgradeTasksPage {
  private final Undertakings upgrades;
  private final TaskDesk desk;
  private final TaskLists lists;
  private final LaunchDesk launches;
  private final SafetyDesk safety;
  private final TemplateShelf shelf;
  private final EvidenceKeeper keeper;
  private final Rows rows;
  private final LaunchZones zones;
  private final Clock clock;

  UpgradeTasksPage(
      Undertakings upgrades,
      TaskDesk desk,
      TaskLists lists,
      LaunchDesk launches,
      SafetyDesk safety,
      TemplateShelf shelf,
      EvidenceKeeper keeper,
      Rows rows,
      LaunchZones zones,
      Clock clock) {
    this.upgrades = upgrades;
    this.desk = desk;
    this.lists = lists;
    this.launches = launches;
    this.safety = safety;
    this.shelf = shelf;
    this.keeper = keeper;
    this.rows = rows;
    this.zones = zones;
    this.clock = clock;
  }

  /** A launch with its tasks in groups. */
  public record Part(Launch launch, List<TaskGroup> groups, List<String> advice) {}

  @GetMapping
  String page(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String template,
      Actor actor,
      Model model) {
    upgrades.get(id);
    keeper.look(id);
    Map<String, String> proposed = new HashMap<>(Map.of("template", template));
    zones.known(id, actor).ifPresent(zone -> proposed.put("zone", zone.getId()));
    return show(id, Typed.of(proposed), model);
  }

  @PostMapping
  @Needs(Right.PLAN)
  String launch(
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(form);
    LaunchTerms terms = LaunchForm.read(typed, clock.instant(), zones.of(id, actor));
    if (!typed.keeps(() -> launches.launch(id, terms, actor))) {
      response.setStatus(typed.status());
      return show(id, typed, model);
    }
    keeper.check(id);
    return "redirect:/upgrades/{id}/tasks";
  }

  /** Adds what keeps the upgrade safe and is missing; all of it when nothing is chosen. */
  @PostMapping("/measures")
  @Needs(Right.PLAN)
  String add(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable List<String> key,
      Actor actor) {
    safety.add(id, key == null ? Set.of() : Set.copyOf(key), actor);
    return "redirect:/upgrades/{id}/tasks";
  }

  /** Counts what counts from the step before from the launch instead (D1). */
  @PostMapping("/launches/{launch}/from-launch")
  @Needs(Right.PLAN)
  String countFromLaunch(
      @PathVariable long id,
      @PathVariable long launch,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(Map.of());
    if (!typed.keeps(() -> launches.countFromLaunch(id, launch, version, actor))) {
      response.setStatus(typed.status());
      return show(id, typed, model);
    }
    return "redirect:/upgrades/{id}/tasks";
  }

  /** What is doubtful of deadlines that are still as the template wrote them. */
  private List<String> advice(Launch launch, List<Task> tasks) {
    boolean asWritten =
        tasks.stream()
                .filter(task -> task.launch() == launch.id() && task.isOpen())
                .filter(task -> task.timing().basis() == Basis.PREVIOUS_STEP)
                .count()
            > 1;
    return asWritten
        ? shelf.get(launch.template(), Optional.of(launch.templateVersion())).template().advice()
        : List.of();
  }

  private String show(long id, Typed form, Model model) {
    Instant now = clock.instant();
    upgrades.around(id, model);
    List<Task> tasks = desk.of(id);
    List<Part> parts = new ArrayList<>();
    for (Launch launch : desk.launches(id)) {
      Map<String, List<TaskRow>> groups = new LinkedHashMap<>();
      tasks.stream()
          .filter(task -> task.launch() == launch.id())
          .forEach(task ->
              groups
                  .computeIfAbsent(task.module(), _ -> new ArrayList<>())
                  .add(rows.row(task, "", now)));
      parts.add(
          new Part(
              launch,
              groups.entrySet().stream()
                  .map(group -> new TaskGroup(group.getKey(), "", group.getValue()))
                  .toList(),
              advice(launch, tasks)));
    }
    List<String> launched = parts.stream().map(part -> part.launch().template()).toList();
    model.addAttribute("measures", safety.of(id));
    model.addAttribute("vacant", Vacant.of(lists.vacant(id, tasks), tasks));
    model.addAttribute("parts", parts);
    lists.standing(id).ifPresent(standing -> model.addAttribute("standing", standing));
    model.addAttribute(
        "next",
        tasks.stream()
            .filter(Task::isOpen)
            .filter(task -> task.due().isPresent())
            .sorted(Comparator.comparing((Task task) -> task.due().orElseThrow()))
            .limit(3)
            .map(task -> rows.row(task, "", now))
            .toList());
    List<TemplateVersion> offered =
        shelf.list().stream().filter(one -> !launched.contains(one.name())).toList();
    model.addAttribute("templates", offered.stream().filter(one -> one.steps() > 0).toList());
    model.addAttribute("worksheets", offered.stream().filter(one -> one.steps() == 0).toList());
    model.addAttribute("bases", List.of(Basis.LAUNCH, Basis.GO_LIVE, Basis.WINDOW_START));
    model.addAttribute("form", form);
    return "tasks/upgrade";
  }
}
