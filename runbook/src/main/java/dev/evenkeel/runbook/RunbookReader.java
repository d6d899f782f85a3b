package dev.evenkeel.runbook;

import dev.evenkeel.runbook.assembly.Assembly;
import dev.evenkeel.runbook.rules.Rules;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.yaml.Yaml;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads runbooks.
 *
 * <ol>
 *   <li>The text becomes values that remember their places.
 *   <li>The values are held against the shape of a runbook, and mended where they do not fit.
 *   <li>What was mended is held against the rules, so that one mistake does not hide another.
 *   <li>Without errors, the runbook is put together.
 * </ol>
 */
public final class RunbookReader {
  /** The longest text read, in characters: no runbook for people comes near it. */
  public static final int LONGEST = 1 << 20;

  /** Said of a longer one, wherever it is noticed. */
  public static final String TOO_LONG =
      String.format(
          Locale.ROOT,
          "The runbook is longer than %,d characters, the most that is read.",
          LONGEST);

  private RunbookReader() {}

  /**
   * Reads and lints a runbook. Never throws for what the text says: every problem is a finding, all
   * of them at once.
   *
   * @param file name used in findings
   * @param text YAML, at most {@link #LONGEST} characters
   */
  public static Reading read(String file, String text) {
    Findings findings = new Findings(file);
    Optional<RunbookText> written =
        Yaml.read(text, findings).map(value -> written(value, findings));
    if (written.isEmpty() && !findings.hasErrors()) {
      findings.add(
          Rule.ONE_DOCUMENT,
          new Where(1, 1),
          "The text is empty.",
          "Begin with `apiVersion: evenkeel/v1` and `kind: Runbook`.");
    }
    written.ifPresent(runbook -> Rules.check(runbook, findings));
    return new Reading(
        findings.hasErrors() ? Optional.empty() : written.map(Assembly::runbook),
        findings.inOrder());
  }

  private static RunbookText written(Value document, Findings findings) {
    Value mended = new Checker(findings).mend(document, Shapes.of(RunbookText.class), "a runbook");
    return Binder.bind(mended, RunbookText.class);
  }
}
