package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Task;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes rows of tasks. */
@Component
class Rows {
  private final ObjectProvider<Proofs> proofs;

  Rows(ObjectProvider<Proofs> proofs) {
    this.proofs = proofs;
  }

  /** The kinds of facts that close tasks by themselves. */
  Set<ProofKind> known() {
    return proofs.orderedStream().flatMap(one -> one.kinds().stream()).collect(Collectors.toSet());
  }

  TaskRow row(Task task, String upgradeTitle, Instant now) {
    return new TaskRow(task, upgradeTitle, known().contains(task.proof()), now);
  }
}
