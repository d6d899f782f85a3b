package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.TemplateShelf;
import dev.evenkeel.server.tasks.TemplateVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which processes there are, and which of them an upgrade follows. */
@Component
public class Processes {
  private final TaskDesk tasks;
  private final TemplateShelf shelf;

  Processes(TaskDesk tasks, TemplateShelf shelf) {
    this.tasks = tasks;
    this.shelf = shelf;
  }

  /** What was launched into it, each in the version that was. */
  List<ProcessEdition> of(UpgradeId upgrade) {
    return tasks.launches(upgrade.value()).stream()
        .map(one -> of(shelf.get(one.template(), Optional.of(one.templateVersion())).version()))
        .toList();
  }

  /**
   * As it is now.
   *
   * @throws dev.evenkeel.server.shared.Refused when there is none of that name
   */
  ProcessEdition newest(String template) {
    return of(shelf.versions(template).getFirst());
  }

  String text(ProcessEdition one) {
    return shelf.get(one.template(), Optional.of(one.version())).text();
  }

  /** Names of those with steps, for a choice. */
  public List<TemplateVersion> choices() {
    return shelf.list().stream().filter(one -> one.steps() > 0).toList();
  }

  private static ProcessEdition of(TemplateVersion one) {
    return new ProcessEdition(one.name(), one.version(), one.digest());
  }
}
