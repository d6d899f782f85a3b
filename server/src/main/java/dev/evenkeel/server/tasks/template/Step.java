package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Offset;
import java.util.List;
import java.util.Optional;

/** A step of a process, which becomes a task. */
@Says("a step of a process, which becomes a task")
public record Step(
    @Says("identifies it within the template") @Spelled(Names.ID) String key,
    @Says("what is to be done, in one line") String title,
    @Says("how it is done") Optional<String> text,
    @Says(value = "what kind of work it is", fallback = "task") Type type,
    @Says("whose duty it is; the owner of the template when left out") Optional<OwnerText> owner,
    @Says(value = "from when its deadline counts", fallback = "previous-step") Basis basis,
    @Says(
            value = "how long after that it is due, in days or hours; before go-live negative",
            fallback = "0d")
        String offset,
    @Says("keys of the steps it comes after") @Spelled(Names.ID) List<String> after,
    @Says("what is filled in") List<FormField> fields,
    @Says("what is ticked off") List<String> checklist,
    @Says(value = "the kind of fact that closes it", fallback = "none") ProofKind proof,
    @Says("ids of the capabilities that carry it, such as C36") List<String> capabilities,
    @Says("who does it, answers for it, is asked and is told") Optional<Raci> raci) {

  /** Kinds of work. */
  public enum Type {
    TASK,
    CHECK
  }

  public Offset timing() {
    return Offset.parse(offset).orElseThrow();
  }
}
