package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.tasks.TaskState;
import java.util.List;

/** Tasks under one heading. */
public record TaskGroup(String title, String tone, List<TaskRow> rows) {
  public TaskGroup {
    rows = List.copyOf(rows);
  }

  public long settled() {
    return rows.stream().filter(row -> row.task().state() != TaskState.OPEN).count();
  }
}
