package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.tasks.Hats;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.Reminding;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskLists;
import dev.evenkeel.server.tasks.TaskStanding;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody has to do over all upgrades, and how all upgrades stand. */
@Controller
@RequestMapping("/tasks")
@Needs(Right.VIEW)
class MyTasksPage {
  private static final int MOST = 150;
  private static final int PAGE = 100;

  private final TaskLists lists;
  private final Rows rows;
  private final ObjectProvider<Reminding> reminding;
  private final Clock clock;

  MyTasksPage(TaskLists lists, Rows rows, ObjectProvider<Reminding> reminding, Clock clock) {
    this.reminding = reminding;
    this.lists = lists;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * @param of a person, team or role whose tasks are looked at; mine when left out
   */
  @GetMapping
  String mine(@RequestParam(defaultValue = "") String of, Actor actor, Model model) {
    Instant now = clock.instant();
    Optional<Owner> other = Owner.parse(of);
    Hats hats = other.map(Hats::of).orElseGet(() -> lists.hats(actor));
    List<Task> tasks = lists.open(hats, MOST);
    Map<Long, String> titles = lists.titles(tasks.stream().map(Task::upgrade).distinct().toList());
    List<TaskRow> shown =
        tasks.stream()
            .map(task -> rows.row(task, titles.getOrDefault(task.upgrade(), ""), now))
            .toList();
    model.addAttribute("of", other.map(Owner::typed).orElse(""));
    model.addAttribute(
        "hats",
        hats.everywhere().stream()
            .sorted(Comparator.comparing(Owner::kind))
            .map(Owner::words)
            .toList());
    model.addAttribute(
        "reminding",
        other.isEmpty() && actor.kind() == Actor.Kind.PERSON
            ? reminding.stream().map(one -> one.of(actor.name())).toList()
            : List.of());
    model.addAttribute("counts", lists.counts(hats));
    model.addAttribute("shownAmount", shown.size());
    model.addAttribute("weeks", Weeks.of(shown, now));
    return "tasks/mine";
  }

  /** A line of the portfolio. */
  public record Line(TaskStanding standing, String title) {}

  @GetMapping("/portfolio")
  String portfolio(@RequestParam(defaultValue = "0") int from, Model model) {
    List<TaskStanding> standings = lists.standings(Math.max(0, from), PAGE + 1);
    Map<Long, String> titles = lists.titles(standings.stream().map(TaskStanding::upgrade).toList());
    model.addAttribute(
        "lines",
        standings.stream()
            .limit(PAGE)
            .map(one -> new Line(one, titles.getOrDefault(one.upgrade(), "")))
            .toList());
    model.addAttribute("from", Math.max(0, from));
    model.addAttribute("before", Math.max(0, from - PAGE));
    model.addAttribute("more", standings.size() > PAGE ? from + PAGE : 0);
    return "tasks/portfolio";
  }
}
