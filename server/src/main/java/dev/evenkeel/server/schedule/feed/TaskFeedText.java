package dev.evenkeel.server.schedule.feed;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.ical.CalendarFeed;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Installation;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskLists;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The open tasks of somebody that have a deadline. Many calendar programs show nothing but events,
 * so each is an event of half an hour that ends with its deadline: a deadline at midnight stands on
 * the day it is meant for. Programs that keep lists of to-dos can have those instead, never both,
 * so that nobody sees a task twice.
 */
@Component
class TaskFeedText {
  static final Duration BEFORE = Duration.ofMinutes(30);
  private static final int MOST = 1_000;

  private final TaskLists lists;
  private final Installation installation;

  TaskFeedText(TaskLists lists, Installation installation) {
    this.lists = lists;
    this.installation = installation;
  }

  /**
   * @param stamp the same stamp and tasks give the same text
   * @param here the address of this server, so that an event leads to its task
   */
  String of(String person, boolean todos, Instant stamp, String here) {
    List<Task> open =
        lists.open(lists.hats(Actor.person(person)), MOST).stream()
            .filter(task -> task.due().isPresent())
            .toList();
    Map<Long, String> titles =
        lists.titles(open.stream().map(Task::upgrade).collect(Collectors.toSet()));
    List<CalendarFeed.Entry> entries =
        open.stream()
            .map(task -> {
              Instant due = task.due().orElseThrow();
              String upgrade = titles.getOrDefault(task.upgrade(), "");
              return new CalendarFeed.Entry(
                  installation.uid("task-" + task.id()),
                  stamp,
                  new Span(due.minus(BEFORE), due),
                  "Due: " + task.duty().title() + (upgrade.isEmpty() ? "" : " (" + upgrade + ")"),
                  here + "/tasks/" + task.id());
            })
            .toList();
    String name = "Evenkeel: tasks of " + person;
    return todos ? CalendarFeed.todos(name, entries) : CalendarFeed.deadlines(name, entries);
  }
}
