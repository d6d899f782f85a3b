package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ServerOption;
import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Runs;
import dev.evenkeel.cli.watch.Watching;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What every command about runs has: a server, a way to answer, and who asks. */
final class Desk {
  private final Caller caller;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Mixin private ServerOption server = new ServerOption();

  @Option(names = "--json", description = "answers in JSON, one document a line, for programs")
  private boolean json;

  Desk(Caller caller) {
    this.caller = caller;
  }

  boolean json() {
    return json;
  }

  Caller caller() {
    return caller;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  Api api() {
    return server.api(caller);
  }

  Runs runs() {
    return new Runs(api());
  }

  Watching watching() {
    return new Watching(caller, runs(), out(), spec.commandLine().getErr());
  }

  /** The document for programs, one sentence for people. */
  void answer(JsonNode document) {
    if (json) {
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
