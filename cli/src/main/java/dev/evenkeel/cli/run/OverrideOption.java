package dev.evenkeel.cli.run;

import picocli.CommandLine.Option;

/** What lets a run go forward outside of its window or inside of a freeze. */
final class OverrideOption {
  @Option(
      names = "--override",
      paramLabel = "REASON",
      description =
          "why it goes on outside of its window or inside of a freeze; needs the role the freeze names, and stays on record")
  private String reason = "";

  String reason() {
    return reason;
  }
}
