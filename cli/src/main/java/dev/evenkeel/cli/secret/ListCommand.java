package dev.evenkeel.cli.secret;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.ServerOption;
import dev.evenkeel.cli.server.Json;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel secret list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the names of the secrets, and who set them when. Never the values.")
final class ListCommand implements Runnable {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String ROW = "%-32s  %-16s  %s";

  private final Caller caller;

  @Mixin private final ServerOption server = new ServerOption();

  @Option(names = "--json", description = "answers in JSON, one document a line, for programs")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  ListCommand(Caller caller) {
    this.caller = caller;
  }

  private record Listed(String name, Instant updatedAt, String updatedBy) {}

  @Override
  public void run() {
    JsonNode secrets = server.api(caller).get("/api/secrets");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      secrets.forEach(out::println);
      return;
    }
    if (secrets.isEmpty()) {
      out.println("There is no secret yet. Keep one with: evenkeel secret set NAME");
      return;
    }
    out.println(ROW.formatted("SECRET", "SET", "BY"));
    for (JsonNode document : secrets) {
      Listed secret = Json.MAPPER.treeToValue(document, Listed.class);
      String when = WHEN.format(secret.updatedAt().atZone(caller.clock().getZone()));
      out.println(Harmless.text(ROW.formatted(secret.name(), when, secret.updatedBy())));
    }
  }
}
