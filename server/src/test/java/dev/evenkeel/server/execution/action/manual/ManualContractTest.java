package dev.evenkeel.server.execution.action.manual;

import dev.evenkeel.runbook.words.Manual;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import dev.evenkeel.server.execution.action.Confirmations.Confirmation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The contract, kept with a person who does what is asked and says so the second time. */
class ManualContractTest extends ActionContract<Manual> {
  private final Map<String, Integer> asked = new HashMap<>();
  private Manual current = asking("nothing");
  private String switchIs = "off";
  private int changes;

  private static Manual asking(String what) {
    return new Manual(what, Optional.empty());
  }

  private Optional<Confirmation> ask(String attempt) {
    if (asked.merge(attempt, 1, Integer::sum) < 2) {
      return Optional.empty();
    }
    boolean can = !current.ask().equals("fly");
    if (can && !switchIs.equals(current.ask())) {
      changes += current.ask().equals("on") ? 1 : 0;
      switchIs = current.ask();
    }
    return Optional.of(new Confirmation("ada", Instant.EPOCH, can ? "" : "I have no wings", can));
  }

  @Override
  protected Action<Manual> restarted() {
    return new ManualAction(this::ask);
  }

  @Override
  protected Manual work() {
    return current = asking("on");
  }

  @Override
  protected Manual undo() {
    return current = asking("off");
  }

  @Override
  protected Manual hopeless() {
    return current = asking("fly");
  }

  @Override
  protected boolean worked() {
    return switchIs.equals("on");
  }

  @Override
  protected int changes() {
    return changes;
  }

  @Override
  protected void leaveHalfDone() {
    switchIs = "between";
  }

  @Override
  protected boolean observes() {
    return false;
  }
}
