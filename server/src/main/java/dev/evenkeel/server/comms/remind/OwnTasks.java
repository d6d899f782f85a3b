package dev.evenkeel.server.comms.remind;

import dev.evenkeel.estate.Person;
import dev.evenkeel.server.comms.plan.UpgradeWindows;
import dev.evenkeel.server.people.TeamBook;
import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.Hats;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.TaskLists;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which open tasks are somebody's, and which of them hold up a go-live. */
@Component
public class OwnTasks {
  /** So long before a go-live what is overdue is urgent. */
  static final Duration NEAR = Duration.ofHours(24);

  private static final int MOST = 1_000;

  private final TaskLists lists;
  private final TaskDesk tasks;
  private final UpgradeBook book;
  private final UpgradeWindows windows;
  private final AgreedPlan agreed;
  private final AdoptionDesk adoption;
  private final TeamBook teams;

  OwnTasks(
      TaskLists lists,
      TaskDesk tasks,
      UpgradeBook book,
      UpgradeWindows windows,
      AgreedPlan agreed,
      AdoptionDesk adoption,
      TeamBook teams) {
    this.lists = lists;
    this.tasks = tasks;
    this.book = book;
    this.windows = windows;
    this.agreed = agreed;
    this.adoption = adoption;
    this.teams = teams;
  }

  /** An upgrade that begins soon, with what should have been done by now. */
  public record Near(String title, Instant start, List<Task> late) {
    public Near {
      late = List.copyOf(late);
    }
  }

  /** What is practised is told to those who practise, and not to all who have the same role. */
  List<Digest.Item> of(Person person) {
    Owner self = new Owner(Owner.Kind.PERSON, person.name());
    Set<UpgradeId> practices = adoption.practices();
    List<Task> open = lists.open(lists.hats(Actor.person(person.name())), MOST);
    Map<Long, String> titles =
        lists.titles(open.stream().map(Task::upgrade).collect(Collectors.toSet()));
    return open.stream()
        .filter(task ->
            task.duty().owner().equals(self)
                || !practices.contains(new UpgradeId(task.upgrade()))
                || teams.team(new UpgradeId(task.upgrade())).people().contains(person.name()))
        .map(task ->
            item(
                task,
                titles.getOrDefault(task.upgrade(), ""),
                practices.contains(new UpgradeId(task.upgrade()))))
        .toList();
  }

  private static Digest.Item item(Task task, String upgrade, boolean practice) {
    return new Digest.Item(task.id(), task.duty().title(), upgrade, task.due(), practice);
  }

  /** What of somebody holds up each of these; those of which nothing does are left out. */
  Map<Near, List<Digest.Item>> lateOf(Person person, List<Near> all, Instant now) {
    Hats hats = lists.hats(Actor.person(person.name()));
    Map<Near, List<Digest.Item>> late = new LinkedHashMap<>();
    for (Near near : all) {
      List<Digest.Item> its =
          near.late().stream()
              .filter(task -> hats.fit(task))
              .filter(task -> task.overdue(now))
              .map(task -> item(task, near.title(), false))
              .toList();
      if (!its.isEmpty()) {
        late.put(near, its);
      }
    }
    return late;
  }

  /** Upgrades that begin within a day and have tasks that are overdue. */
  List<Near> near(Instant now) {
    Set<UpgradeId> placed =
        agreed.placements().stream()
            .filter(one -> one.start().isAfter(now) && !one.start().isAfter(now.plus(NEAR)))
            .map(Placement::upgrade)
            .collect(Collectors.toSet());
    Set<UpgradeId> practices = new HashSet<>(adoption.practices());
    // Wherever its clock is: the windows say exactly.
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return book.openAbout(today.minusDays(1), today.plusDays(3), placed).stream()
        .filter(one -> !practices.contains(one.id()))
        .flatMap(one ->
            windows
                .of(one)
                .filter(window ->
                    window.start().isAfter(now) && !window.start().isAfter(now.plus(NEAR)))
                .map(window ->
                    new Near(
                        one.terms().title(),
                        window.start(),
                        tasks.of(one.id().value()).stream()
                            .filter(task -> task.overdue(now))
                            .toList()))
                .stream())
        .filter(near -> !near.late().isEmpty())
        .toList();
  }

  List<String> owners() {
    return lists.owners();
  }
}
