package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.plan.Checklist;
import dev.evenkeel.server.plan.FactBook;
import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What whoever manages the change must have at least: a communication plan and a project plan . */
@Component
class Deliverables {
  private final FactBook facts;
  private final TaskDesk tasks;

  Deliverables(FactBook facts, TaskDesk tasks) {
    this.facts = facts;
    this.tasks = tasks;
  }

  /**
   * One of them.
   *
   * @param says what shows that it is there, or what to do
   * @param path of the page where
   */
  public record Deliverable(String name, boolean there, String says, String path) {}

  List<Deliverable> of(Upgrade upgrade) {
    Checklist list = facts.checklist(upgrade);
    List<Task> all = tasks.of(upgrade.id().value());
    return List.of(
        given(
            upgrade,
            "Communication plan",
            link(all, "communication-plan"),
            list.item(Gate.COMMUNICATION),
            "Write down who is told what and when."),
        given(
            upgrade,
            "High-level project plan",
            link(all, "project-plan"),
            list.item(Gate.STRATEGY),
            "Decide the strategy and give the upgrade its day, or link the plan in the task of change control."));
  }

  private static Deliverable given(
      Upgrade upgrade, String name, Optional<String> link, Checklist.Item item, String wayOut) {
    return link.map(
            text -> new Deliverable(name, true, text, "/upgrades/%s/tasks".formatted(upgrade.id())))
        .orElseGet(() ->
            new Deliverable(name, item.yes(), item.yes() ? item.says() : wayOut, item.path()));
  }

  private static Optional<String> link(List<Task> all, String field) {
    return all.stream()
        .flatMap(task -> Optional.ofNullable(task.work().answers().get(field)).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
