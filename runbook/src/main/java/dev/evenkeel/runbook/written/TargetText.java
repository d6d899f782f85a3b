package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.Map;
import java.util.Optional;

/** One thing with a version. */
@Says("one thing with a version: a node, an instance, a database")
public record TargetText(
    Value.Fields at,
    @Says("unique in the runbook; `${target.name}` in steps") @Spelled(Names.HOST) String name,
    @Says("a group a wave may ask for; `${target.group}` in steps") @Spelled(Names.ID)
        Optional<String> group,
    @Says("what else is known about it; `${target.FACT}` in steps") @Spelled(Names.NAME)
        Map<String, String> facts) {

  /** Where the value of a fact stands. */
  public Where placeOf(String fact) {
    return at.values().get("facts") instanceof Value.Fields fields
        ? fields.whereOf(fact)
        : at.where();
  }
}
