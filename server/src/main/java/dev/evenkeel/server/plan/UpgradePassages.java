package dev.evenkeel.server.plan;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Table;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the record itself and its tasks tell. */
@Component
@Order(-10)
class UpgradePassages implements ChapterSource {
  private final EstateBook estate;
  private final TaskDesk tasks;

  UpgradePassages(EstateBook estate, TaskDesk tasks) {
    this.estate = estate;
    this.tasks = tasks;
  }

  @Override
  public Stream<Passage> of(Upgrade upgrade) {
    Terms terms = upgrade.terms();
    String edit = "/upgrades/%s/edit".formatted(upgrade.id());
    List<Task> all = tasks.of(upgrade.id().value());
    return Stream.of(
        Passage.said(
            Heading.WHO, "Answers for it", Optional.of(estate.called(terms.owner())), edit),
        Passage.said(
            Heading.WHAT, "Why now", Optional.of(terms.why()).filter(why -> !why.isBlank()), edit),
        systems(terms),
        Passage.said(Heading.TIME, "Go-live", terms.goLive().map(LocalDate::toString), edit),
        deadlines(all),
        Passage.said(Heading.WHEN, "Go-live", terms.goLive().map(LocalDate::toString), edit),
        Passage.said(
            Heading.OUTAGE,
            "Is there an outage, and how long",
            terms
                .downtimeMinutes()
                .map(minutes ->
                    minutes == 0 ? "No." : "Yes: %d minutes are expected.".formatted(minutes)),
            edit),
        process(all, upgrade),
        Passage.said(Heading.WAY_BACK, "How one gets back", terms.wayBack(), edit));
  }

  private Passage systems(Terms terms) {
    return new Passage(
        Heading.WHAT,
        new Table(
            "Upgraded",
            List.of("System", "From", "To", "Class"),
            terms.systems().stream()
                .map(name ->
                    List.of(
                        estate.estate().system(name).map(EstateSystem::shownAs).orElse(name),
                        terms.from(),
                        terms.to(),
                        terms.upgradeClass().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .toList()));
  }

  private static Passage deadlines(List<Task> tasks) {
    return new Passage(
        Heading.TIME,
        new Table(
            "Tasks",
            List.of("Task", "Whose", "Due", "State"),
            tasks.stream()
                .map(task ->
                    List.of(
                        task.duty().title(),
                        task.duty().owner().words(),
                        task.due()
                            .map(due -> due.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                            .orElse("no day"),
                        task.state().name().toLowerCase(Locale.ROOT)))
                .toList()));
  }

  private static Passage process(List<Task> tasks, Upgrade upgrade) {
    return tasks.isEmpty()
        ? Passage.said(
            Heading.IMPLEMENTATION,
            "Steps",
            Optional.empty(),
            "/upgrades/%s/tasks".formatted(upgrade.id()))
        : new Passage(
            Heading.IMPLEMENTATION,
            new Points("Steps", true, tasks.stream().map(task -> task.duty().title()).toList()));
  }
}
