package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Status;
import tools.jackson.databind.JsonNode;

/**
 * How the watching of a run ends.
 *
 * @param rehearsed whether it is a rehearsal that went all the way forward
 */
record Ending(RunFacts run, JsonNode document, boolean rehearsed) {

  /** A rehearsal is meant to go back: all the way and back is a success. */
  ExitCode exitCode() {
    return rehearsed && run.status() == Status.ROLLED_BACK
        ? ExitCode.SUCCEEDED
        : run.status().exitCode();
  }
}
