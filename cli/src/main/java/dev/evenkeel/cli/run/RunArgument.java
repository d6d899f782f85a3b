package dev.evenkeel.cli.run;

import picocli.CommandLine.Parameters;

/** Which run. */
final class RunArgument {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "the run, as `evenkeel run list` names it")
  private String id = "";

  String id() {
    return id;
  }
}
