package dev.evenkeel.cli.run;

import picocli.CommandLine.Option;

/** Why a person orders something; it is written into the log of the run. */
final class ReasonOption {
  @Option(names = "--reason", paramLabel = "TEXT", description = "why; written into the log")
  private String reason = "";

  String reason() {
    return reason;
  }
}
