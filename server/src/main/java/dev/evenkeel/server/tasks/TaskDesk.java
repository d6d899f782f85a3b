package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Refused.Kind;
import dev.evenkeel.server.shared.TeamGate;
import dev.evenkeel.server.tasks.deadline.Deadlines;
import dev.evenkeel.server.tasks.deadline.Timed;
import dev.evenkeel.server.tasks.store.TaskRecord;
import dev.evenkeel.server.tasks.store.TaskStore;
import dev.evenkeel.server.tasks.template.FormField;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where tasks are changed. Every change holds the launch of its task, leaves an event, and computes
 * all deadlines of the launch again.
 */
@Service
public class TaskDesk {
  private static final int MOST_COMMENTS = 500;

  private final TaskStore store;
  private final TaskRecord record;
  private final FactDesk facts;
  private final TeamGate teams;
  private final Clock clock;

  TaskDesk(TaskStore store, TaskRecord record, FactDesk facts, TeamGate teams, Clock clock) {
    this.store = store;
    this.record = record;
    this.facts = facts;
    this.teams = teams;
    this.clock = clock;
  }

  public Task get(long id) {
    return store
        .find(id)
        .orElseThrow(() -> new Refused(Kind.NOT_FOUND, "There is no task %d.".formatted(id)));
  }

  public List<Task> of(long upgrade) {
    return store.ofUpgrade(upgrade);
  }

  public List<Launch> launches(long upgrade) {
    return store.launches(upgrade);
  }

  public Launch launch(long id) {
    return store.launch(id);
  }

  public List<TaskEvent> history(long task) {
    return record.of(task);
  }

  /** What a task is and how it is timed, changed by a person. */
  @Transactional
  public Task edit(long id, TaskEdit edit, long seen, Actor actor) {
    return change(
        id,
        seen,
        task -> {
          if (!edit.owner().equals(task.duty().owner())) {
            requireThere(edit.owner(), edit.title());
          }
          tell(task, "title", task.duty().title(), edit.title(), actor);
          tell(task, "text", task.duty().detail(), edit.detail(), actor);
          tell(task, "owner", task.duty().owner().typed(), edit.owner().typed(), actor);
          tell(task, "evidence", task.evidence().orElse(""), edit.evidence().orElse(""), actor);
          tell(task, "deadline", timing(task.timing()), timing(timingOf(edit)), actor);
          return new Task(
              task.id(),
              task.launch(),
              task.upgrade(),
              task.position(),
              task.key(),
              task.module(),
              new Task.Duty(edit.title(), edit.detail(), edit.owner()),
              timingOf(edit),
              task.due(),
              task.proof(),
              task.capabilities(),
              task.work(),
              edit.evidence(),
              task.state(),
              task.end(),
              task.version());
        });
  }

  /** A task of a team that is not there would be in nobody's list. */
  void requireThere(Owner owner, String title) {
    owner.requireThere(teams.teams(), "'%s' would belong to".formatted(title));
  }

  private static Task.Timing timingOf(TaskEdit edit) {
    return new Task.Timing(edit.basis(), edit.offset(), edit.after(), edit.movedTo());
  }

  private static String timing(Task.Timing timing) {
    return timing
            .movedTo()
            .map(Instant::toString)
            .orElseGet(() -> "%s from %s".formatted(timing.offset(), timing.basis().word()))
        + (timing.after().isEmpty() ? "" : ", after " + String.join(", ", timing.after()));
  }

  /** Fills in its form. What is not filled in is taken away. */
  @Transactional
  public Task answer(long id, Map<String, String> answers, long seen, Actor actor) {
    return change(
        id,
        seen,
        task -> {
          for (FormField field : task.work().fields()) {
            tell(
                task,
                field.shownAs(),
                task.work().answers().getOrDefault(field.name(), ""),
                answers.getOrDefault(field.name(), ""),
                actor);
          }
          return with(task, task.work().answering(answers));
        });
  }

  /**
   * Ticks a line of its checklist, or takes the tick back.
   *
   * @param line counted from 0
   */
  @Transactional
  public Task tick(long id, int line, boolean ticked, long seen, Actor actor) {
    return change(
        id,
        seen,
        task -> {
          List<CheckItem> items = new ArrayList<>(task.work().checklist());
          if (line < 0 || line >= items.size()) {
            throw new Refused(
                Kind.INVALID,
                "The checklist has %d lines; there is no line %d."
                    .formatted(items.size(), line + 1));
          }
          CheckItem item = items.get(line);
          if (item.ticked() == ticked) {
            return task;
          }
          items.set(
              line,
              ticked
                  ? new CheckItem(
                      item.text(), Optional.of(actor.name()), Optional.of(clock.instant()))
                  : new CheckItem(item.text(), Optional.empty(), Optional.empty()));
          event(task, ticked ? "ticked" : "unticked", "", item.text(), actor);
          return with(task, task.work().checking(items));
        });
  }

  /** A named person says that it is done. */
  @Transactional
  public Task done(long id, Optional<String> says, long seen, Actor actor) {
    return change(
        id,
        seen,
        task -> {
          requireOpen(task);
          if (facts.closes(task)) {
            throw new Refused(
                Kind.NOT_NOW,
                "Task '%s' is closed by a fact: %s. It is not so yet. When it never will be, skip the task and say why."
                    .formatted(task.duty().title(), task.proof().says()));
          }
          requireNothingMissing(task);
          event(task, "done", "", says.orElse(""), actor);
          return ended(task, TaskState.DONE, new Task.End(actor, clock.instant(), says));
        });
  }

  /** It is not done, and that is meant so. */
  @Transactional
  public Task skip(long id, String why, long seen, Actor actor) {
    requireReason(why);
    return change(
        id,
        seen,
        task -> {
          requireOpen(task);
          event(task, "skipped", "", why, actor);
          return ended(
              task, TaskState.SKIPPED, new Task.End(actor, clock.instant(), Optional.of(why)));
        });
  }

  @Transactional
  public Task reopen(long id, String why, long seen, Actor actor) {
    requireReason(why);
    return change(
        id,
        seen,
        task -> {
          if (task.isOpen()) {
            throw new Refused(
                Kind.NOT_NOW, "Task '%s' is open already.".formatted(task.duty().title()));
          }
          event(task, "reopened", task.end().flatMap(Task.End::says).orElse(""), why, actor);
          return reopened(task);
        });
  }

  /** Puts it before or behind another of its launch; deadlines that count from before it follow. */
  @Transactional
  public Task move(long id, int position, long seen, Actor actor) {
    return change(
        id,
        seen,
        task -> {
          List<Task> all = new ArrayList<>(store.ofLaunch(task.launch()));
          int from = all.stream().map(Task::id).toList().indexOf(task.id());
          int to = Math.clamp(position, 0, all.size() - 1);
          Task moved = all.remove(from);
          all.add(to, moved);
          List<Task> placed = new ArrayList<>();
          for (int i = 0; i < all.size(); i++) {
            if (all.get(i).position() != i) {
              placed.add(at(all.get(i), i));
            }
          }
          store.place(placed);
          tell(task, "place", Integer.toString(from + 1), Integer.toString(to + 1), actor);
          return at(task, to);
        });
  }

  /** Adds a remark. It changes nothing else, so it needs no version. */
  @Transactional
  public void comment(long id, String text, Actor actor) {
    Task task = get(id);
    if (record.said(id) >= MOST_COMMENTS) {
      throw new Refused(
          Kind.TOO_LARGE, "Task %d has %d comments; no more fit.".formatted(id, MOST_COMMENTS));
    }
    event(task, "comment", "", text, actor);
  }

  /** Computes all deadlines of an upgrade again, for a moment they count from may be another. */
  @Transactional
  public void recompute(long upgrade) {
    for (Launch launch : store.launches(upgrade)) {
      facts.moments(store.lock(launch.id()));
      settle(launch.id());
    }
  }

  /**
   * Takes the tasks of an upgrade from the lists of those who have them, or puts them back. They
   * stay what they are.
   */
  public void drop(long upgrade, boolean dropped) {
    store.drop(upgrade, dropped);
  }

  private Task change(long id, long seen, UnaryOperator<Task> change) {
    Task before = get(id);
    store.lock(before.launch());
    before = get(id);
    if (before.version() != seen) {
      throw stale(id);
    }
    Task after = change.apply(before);
    if (after.equals(before)) {
      return before;
    }
    if (!store.change(after)) {
      throw stale(id);
    }
    store.changed(after.launch());
    settle(after.launch());
    return get(id);
  }

  private static Refused stale(long id) {
    return new Refused(
        Kind.STALE,
        "Task %d was changed by somebody else meanwhile. Load it again and change that."
            .formatted(id));
  }

  /** Holds the tasks of a launch against each other, and keeps the deadlines that changed. */
  void settle(long launch) {
    List<Task> tasks = store.ofLaunch(launch);
    List<Timed> timed = tasks.stream().map(Task::timed).toList();
    Set<String> keys = timed.stream().map(Timed::key).collect(Collectors.toSet());
    for (Timed one : timed) {
      one.after().stream()
          .filter(key -> !keys.contains(key))
          .findFirst()
          .ifPresent(key -> {
            throw new Refused(
                Kind.INVALID,
                "'%s' comes after '%s', and there is no such task. Keys are: %s."
                    .formatted(one.key(), key, String.join(", ", keys.stream().sorted().toList())));
          });
    }
    List<String> circle = Deadlines.circle(timed);
    if (!circle.isEmpty()) {
      throw new Refused(
          Kind.INVALID,
          "Tasks would come after themselves: %s. Nothing was changed."
              .formatted(String.join(", then ", circle)));
    }
    Map<String, Optional<Instant>> due = Deadlines.of(timed, store.launch(launch).moments());
    store.place(
        tasks.stream()
            .map(task -> due(task, Objects.requireNonNull(due.get(task.key()))))
            .filter(task -> !tasks.contains(task))
            .toList());
  }

  private void tell(Task task, String what, String before, String after, Actor actor) {
    if (!before.equals(after)) {
      event(task, what, before, after, actor);
    }
  }

  void event(Task task, String what, String before, String after, Actor actor) {
    record.add(
        task.id(),
        what,
        Optional.of(before).filter(one -> !one.isEmpty()),
        Optional.of(after).filter(one -> !one.isEmpty()),
        actor,
        clock.instant());
  }

  void launched(long id, String from, Actor actor) {
    record.add(id, "launched", Optional.empty(), Optional.of(from), actor, clock.instant());
  }

  private void requireNothingMissing(Task task) {
    List<String> missing = new ArrayList<>(task.work().missing());
    Map<String, Task> byKey = new HashMap<>();
    store.ofLaunch(task.launch()).forEach(one -> byKey.put(one.key(), one));
    task.timing().after().stream()
        .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
        .filter(Task::isOpen)
        .forEach(
            one -> missing.add("'%s' comes before it and is open".formatted(one.duty().title())));
    if (!missing.isEmpty()) {
      throw new Refused(
          Kind.NOT_NOW,
          "Task '%s' cannot be done yet: %s."
              .formatted(task.duty().title(), String.join("; ", missing)));
    }
  }

  private static void requireOpen(Task task) {
    if (!task.isOpen()) {
      throw new Refused(
          Kind.NOT_NOW,
          "Task '%s' is %s already. Open it again first."
              .formatted(task.duty().title(), task.state() == TaskState.DONE ? "done" : "skipped"));
    }
  }

  private static void requireReason(String why) {
    if (why.isBlank()) {
      throw new Refused(Kind.INVALID, "Say why; the reason stays with the task.");
    }
  }

  static Task reopened(Task task) {
    return ended(task, TaskState.OPEN, null);
  }

  static Task ended(Task task, TaskState state, Task.@org.jspecify.annotations.Nullable End end) {
    return new Task(
        task.id(),
        task.launch(),
        task.upgrade(),
        task.position(),
        task.key(),
        task.module(),
        task.duty(),
        task.timing(),
        task.due(),
        task.proof(),
        task.capabilities(),
        task.work(),
        task.evidence(),
        state,
        Optional.ofNullable(end),
        task.version());
  }

  private static Task with(Task task, Work work) {
    return placed(task, task.position(), task.due(), work);
  }

  static Task at(Task task, int position) {
    return placed(task, position, task.due(), task.work());
  }

  private static Task due(Task task, Optional<Instant> due) {
    return placed(task, task.position(), due, task.work());
  }

  private static Task placed(Task task, int position, Optional<Instant> due, Work work) {
    return new Task(
        task.id(),
        task.launch(),
        task.upgrade(),
        position,
        task.key(),
        task.module(),
        task.duty(),
        task.timing(),
        due,
        task.proof(),
        task.capabilities(),
        work,
        task.evidence(),
        task.state(),
        task.end(),
        task.version());
  }
}
