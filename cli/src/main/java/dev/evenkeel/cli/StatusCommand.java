package dev.evenkeel.cli;

import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.Place;
import dev.evenkeel.cli.server.Runs;
import dev.evenkeel.cli.server.Status;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code evenkeel status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says where the server is, whether it is ready, who asks, and which runs go on.")
final class StatusCommand implements Runnable {
  private static final int NEWEST = 200;

  private final Caller caller;

  @Mixin private final ServerOption server = new ServerOption();

  @Option(names = "--json", description = "answers in JSON, for programs")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  StatusCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void run() {
    Api api = server.api(caller);
    Place place = api.place();
    JsonNode ready = api.get("/health/readiness");
    JsonNode you = api.get("/api/me");
    List<JsonNode> underWay =
        new Runs(api).list(NEWEST).valueStream().filter(run -> !status(run).over()).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(document(place, ready, you, underWay));
      return;
    }
    out.printf(
        "Server  %s, %s%n",
        place, ready.path("status").asString("").equals("UP") ? "ready" : "not ready");
    out.printf(
        "You     %s (%s)%n",
        Harmless.text(you.path("name").asString("")), Harmless.text(roles(you)));
    out.printf(
        "Runs    %s%n", underWay.isEmpty() ? "none under way" : underWay.size() + " under way");
    for (JsonNode run : underWay) {
      out.println(
          Harmless.text(
              "        %s %s: %s"
                  .formatted(
                      run.path("id").asString(""),
                      run.path("title").asString(""),
                      status(run).words())));
    }
  }

  private static String roles(JsonNode you) {
    return you.path("roles")
        .valueStream()
        .map(one -> {
          String team = one.path("team").asString("");
          return one.path("role").asString("") + (team.isEmpty() ? "" : " for team " + team);
        })
        .collect(Collectors.joining(", "));
  }

  private static Status status(JsonNode run) {
    return Json.MAPPER.treeToValue(run.path("status"), Status.class);
  }

  private static ObjectNode document(
      Place place, JsonNode ready, JsonNode you, List<JsonNode> underWay) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("url", place.url().toString());
    document.set("ready", ready);
    document.set("you", you);
    ArrayNode runs = document.putArray("runs");
    underWay.forEach(runs::add);
    return document;
  }
}
