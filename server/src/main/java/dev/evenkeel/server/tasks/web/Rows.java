package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.tasks.FactDesk;
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

  private final FactDesk facts;

  Rows(ObjectProvider<Proofs> proofs, FactDesk facts) {
    this.proofs = proofs;
    this.facts = facts;
  }

  /** The kinds of facts that close tasks of every upgrade by themselves. */
  Set<ProofKind> known() {
    return proofs.orderedStream().flatMap(one -> one.kinds().stream()).collect(Collectors.toSet());
  }

  TaskRow row(Task task, String upgradeTitle, Instant now) {
    return new TaskRow(task, upgradeTitle, known().contains(task.proof()), now);
  }

  /** Of one task alone: also what can be told of this upgrade and not of every one. */
  TaskRow single(Task task, String upgradeTitle, Instant now) {
    return new TaskRow(task, upgradeTitle, facts.closes(task), now);
  }
}
