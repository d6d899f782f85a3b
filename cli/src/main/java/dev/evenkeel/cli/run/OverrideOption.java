package dev.evenkeel.cli.run;

import picocli.CommandLine.Option;

/** What lets a run go forward against its window, a freeze or the go-live checklist. */
final class OverrideOption {
  @Option(
      names = "--override",
      paramLabel = "REASON",
      description =
          "why it goes on outside of its window, inside of a freeze or with a no on the go-live checklist; needs the right to override, of a freeze the role it names, and stays on record")
  private String reason = "";

  String reason() {
    return reason;
  }
}
