package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is planned of an upgrade from YAML, of which JSON is a part. */
public final class TermsReader {
  private TermsReader() {}

  /**
   * What came of it.
   *
   * @param written what stands there; empty when it cannot be read
   * @param wrong sentences with the place and the way out; empty when all is well
   */
  public record Reading(
      Optional<Value.Fields> written, Optional<ScheduleTerms> terms, List<String> wrong) {
    public Reading {
      wrong = List.copyOf(wrong);
    }
  }

  /** Never throws for what the text says. */
  public static Reading read(String text) {
    Findings findings = new Findings("schedule");
    Optional<Value> written =
        (text.isBlank() ? Optional.<Value>empty() : Yaml.read(text, findings))
            .filter(value -> !isNothing(value))
            .or(() -> Optional.of(new Value.Fields(Map.of(), Where.NOWHERE)))
            .map(value ->
                Checker.literal(findings).mend(value, Shapes.of(ScheduleTerms.class), "the plan"));
    List<String> wrong =
        findings.inOrder().stream()
            .filter(one -> one.severity() == Finding.Severity.ERROR)
            .map(one ->
                "Line %d, column %d: %s %s"
                    .formatted(
                        one.where().line(), one.where().column(), one.message(), one.wayOut()))
            .toList();
    Optional<Value.Fields> read =
        written.filter(value -> wrong.isEmpty()).map(Value.Fields.class::cast);
    return new Reading(read, read.map(value -> Binder.bind(value, ScheduleTerms.class)), wrong);
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Scalar scalar && scalar.value() == null;
  }
}
