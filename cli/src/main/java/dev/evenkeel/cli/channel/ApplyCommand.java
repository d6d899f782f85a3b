package dev.evenkeel.cli.channel;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evenkeel channel apply}. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Makes and changes channels as a file says: a JSON object, or a list of such.",
      "The same file again changes nothing; channels it does not name stay as they are."
    })
final class ApplyCommand implements Runnable {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Mixin private final ChannelDesk desk;

  @Option(
      names = "-f",
      required = true,
      paramLabel = "FILE",
      description = "the file; - reads from a pipe")
  private String file = "";

  ApplyCommand(Caller caller) {
    this.desk = new ChannelDesk(caller);
  }

  @Override
  public void run() {
    JsonNode wanted = read();
    List<JsonNode> all = wanted.isArray() ? wanted.valueStream().toList() : List.of(wanted);
    for (JsonNode one : all) {
      if (!one.isObject() || one.path("name").asString("").isBlank()) {
        throw new Trouble(
            ExitCode.REFUSED,
            "%s: a channel is an object with a name, such as {\"name\": \"ops\", \"kind\": \"smtp\", …}. Nothing was changed."
                .formatted(file));
      }
    }
    JsonNode there = desk.api().get("/api/channels");
    for (JsonNode one : all) {
      apply(one, there);
    }
  }

  private void apply(JsonNode one, JsonNode all) {
    String name = one.path("name").asString();
    Optional<JsonNode> there =
        all.valueStream().filter(known -> known.path("name").asString().equals(name)).findFirst();
    if (there.isEmpty()) {
      said(name, "made", desk.api().post("/api/channels", one));
    } else if (saysTheSame(one, there.get())) {
      said(name, "unchanged", there.get());
    } else {
      said(
          name,
          "changed",
          desk.api()
              .putAt(
                  "/api/channels/" + Api.encoded(name), one, there.get().path("version").asLong()));
    }
  }

  private void said(String name, String what, JsonNode channel) {
    if (desk.json()) {
      desk.out().println(channel);
    } else {
      desk.say("%s %s".formatted(name, what));
    }
  }

  /** As far as the file says anything. */
  private static boolean saysTheSame(JsonNode one, JsonNode there) {
    return one.properties().stream()
        .allMatch(
            field -> field.getValue().asString("").equals(there.path(field.getKey()).asString("")));
  }

  private JsonNode read() {
    try {
      String text =
          file.equals("-")
              ? new String(desk.caller().in().readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file));
      return JSON.readTree(text);
    } catch (IOException unreadable) {
      throw Trouble.unreadable(file, unreadable);
    } catch (JacksonException none) {
      throw new Trouble(
          ExitCode.REFUSED, "%s is no JSON: %s.".formatted(file, none.getOriginalMessage()), none);
    }
  }
}
