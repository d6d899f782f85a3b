package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.server.RunFacts;
import tools.jackson.databind.JsonNode;

/**
 * How the watching of a run ends.
 *
 * @param document the run as the server wrote it
 */
record Ending(RunFacts run, JsonNode document) {

  ExitCode exitCode() {
    return run.exitCode();
  }
}
