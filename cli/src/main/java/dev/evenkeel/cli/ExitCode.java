package dev.evenkeel.cli;

import java.util.Locale;

/** How a command ends, for programs that call it. Documented in docs/cli.md; never renumbered. */
public enum ExitCode {
  /** Done; of a run that is watched: it succeeded. */
  SUCCEEDED(0),
  /** Could not be done: no server answers, or something broke. Trying again may help. */
  FAILED(1),
  /** What was asked for cannot be, as it stands or now; or the run refused to begin. */
  REFUSED(2),
  /** The run went back. */
  ROLLED_BACK(3),
  /** The run waits for a person. */
  HELD(4),
  /** The run was given up where it stood. */
  ABORTED(5),
  /** What was named is not there. */
  NOT_FOUND(6),
  /** Who asks is not known to the server, or has no right to it. */
  FORBIDDEN(7),
  /** Somebody else changed it in between. */
  STALE(8),
  /** {@code diff} found differences. */
  DIFFERENT(9),
  /** {@code audit verify} found a row that is wrong or missing. */
  BROKEN(10),
  /** {@code judge compare} found the new version worse. */
  BREACH(11),
  /** {@code judge compare} found signs of it. */
  WARNING(12),
  /** {@code judge compare} could not tell. */
  NOT_ENOUGH_EVIDENCE(13),
  /** {@code judge backtest}: an incident that is marked would have gone unseen. */
  MISSED(14);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The same for programs that read JSON, such as {@code rolled-back}. */
  public String outcome() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
