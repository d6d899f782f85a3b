package dev.evenkeel.runbook;

import dev.evenkeel.runbook.Finding.Severity;
import java.util.Locale;

/** The rules a runbook is held against. Their names are documented and never change. */
public enum Rule {
  TOO_LARGE(Severity.ERROR, "A runbook has at most 1 MiB and a sane depth."),
  BAD_CHARACTER(Severity.ERROR, "A runbook is text without control characters."),
  YAML_SYNTAX(Severity.ERROR, "A runbook is well-formed YAML."),
  ONE_DOCUMENT(Severity.ERROR, "A file holds exactly one runbook."),
  YAML_KEY(Severity.ERROR, "Keys are plain texts."),
  YAML_TAG(Severity.ERROR, "Tags such as !name mean nothing in a runbook."),
  DUPLICATE_KEY(Severity.ERROR, "A key stands once in its mapping.");

  private final Severity severity;
  private final String says;

  Rule(Severity severity, String says) {
    this.severity = severity;
    this.says = says;
  }

  /** How findings, documentation and SARIF call it, such as {@code unknown-key}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  /** The rule in one sentence. */
  public String says() {
    return says;
  }
}
