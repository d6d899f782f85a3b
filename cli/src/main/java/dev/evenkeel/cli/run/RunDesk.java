package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Runs;
import dev.evenkeel.cli.watch.Watching;
import tools.jackson.databind.JsonNode;

/** What every command about runs has. */
final class RunDesk extends Desk {
  RunDesk(Caller caller) {
    super(caller);
  }

  Runs runs() {
    return new Runs(api());
  }

  Watching watching() {
    return new Watching(caller(), runs(), out(), err());
  }

  /** The document for programs, one sentence for people. */
  void answer(JsonNode document) {
    if (json()) {
      out().println(document);
      return;
    }
    RunFacts run = Json.MAPPER.treeToValue(document, RunFacts.class);
    out()
        .println(
            "Run %s (%s) is %s%s"
                .formatted(
                    run.id(),
                    run.title(),
                    run.words(),
                    run.reason().isEmpty() ? "." : ": " + run.reason()));
  }
}
