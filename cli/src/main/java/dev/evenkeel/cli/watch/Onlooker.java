package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.LogLine;
import dev.evenkeel.cli.server.RunFacts;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Is told what becomes of a run that is followed. */
interface Onlooker {

  /**
   * What the server says now.
   *
   * @param document the run as the server wrote it
   * @param news lines of the log not told before, oldest first
   */
  void sees(RunFacts run, JsonNode document, List<JsonNode> news);

  /**
   * The server does not answer; it is asked again and again.
   *
   * @param first whether it answered the last time
   */
  void misses(String why, boolean first);

  /** Whether a run that waits for a person is watched further: somebody sits here who may act. */
  boolean staysWhenHeld();

  /** Nothing more will come. */
  void ended(Ending ending);

  /** The person leaves, with this last word; the run goes on. */
  void leaves(String said);

  /** One line of the log. */
  static LogLine line(JsonNode document) {
    return Json.MAPPER.treeToValue(document, LogLine.class);
  }
}
