package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.EvidenceSource;
import dev.evenkeel.server.tasks.store.TaskRecord;
import dev.evenkeel.server.tasks.store.TaskStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tasks of an upgrade with all that happened to them, and the files that belong to them. */
@Component
class TaskEvidence implements EvidenceSource {
  private final TaskStore store;
  private final TaskRecord record;
  private final JsonMapper json;

  TaskEvidence(TaskStore store, TaskRecord record, JsonMapper json) {
    this.store = store;
    this.record = record;
    this.json = json;
  }

  private record Told(Task task, List<TaskEvent> history, List<Attachment> files) {}

  @Override
  public List<Item> of(About upgrade) {
    List<Told> tasks =
        store.ofUpgrade(upgrade.upgrade()).stream()
            .map(task -> new Told(task, record.of(task.id()), record.attachments(task.id())))
            .toList();
    if (tasks.isEmpty()) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    items.add(
        new Item("tasks.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(tasks)));
    for (Told told : tasks) {
      for (Attachment file : told.files()) {
        if (!record.keeps(file.id())) {
          continue; // its size and digest stand in tasks.json
        }
        // Two files of a task may have one name; their ids differ.
        items.add(
            new Item(
                "tasks/%d/%s/%s".formatted(told.task().id(), file.id(), file.name()),
                () -> record.bytes(file.id())));
      }
    }
    return items;
  }
}
