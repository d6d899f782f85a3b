package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.DutyGate;
import dev.evenkeel.server.tasks.store.TaskStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who has an open task that a sheet of its upgrade closes may fill in that sheet, whatever their
 * role: the security team its answers, the sponsor the strategy. Other sheets, and those of other
 * upgrades, stay closed; and so does this one as soon as the task is.
 */
@Component
class SheetDuty implements DutyGate {
  private final TaskStore store;
  private final TaskLists lists;

  SheetDuty(TaskStore store, TaskLists lists) {
    this.store = store;
    this.lists = lists;
  }

  @Override
  public boolean lets(Actor sender, String pattern, Map<String, String> parts) {
    String id = parts.getOrDefault("id", "");
    Optional<String> sheet =
        Optional.ofNullable(parts.get("sheet"))
            .or(() ->
                pattern.endsWith("/capacity/read") ? Optional.of("capacity") : Optional.empty());
    if (sender.kind() != Actor.Kind.PERSON || sheet.isEmpty() || !id.matches("\\d{1,18}")) {
      return false;
    }
    List<Task> tasks = store.ofUpgrade(Long.parseLong(id));
    return mine(tasks, lists.hats(sender), sheet.get());
  }

  /** The rule: an open task of one's own that is closed on exactly this sheet. */
  static boolean mine(Collection<Task> tasks, Hats hats, String sheet) {
    return tasks.stream()
        .anyMatch(task ->
            task.isOpen() && task.proof().tab().equals(Optional.of(sheet)) && hats.fit(task));
  }
}
