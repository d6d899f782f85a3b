package dev.evenkeel.cli.template;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel template import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Takes a template in; the same name again is a new version.")
final class ImportCommand implements Runnable {
  @Mixin private final TemplateDesk desk;

  @Parameters(index = "0", paramLabel = "FILE", description = "the file; - reads from a pipe")
  private String file = "";

  ImportCommand(Caller caller) {
    this.desk = new TemplateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode answer =
        desk.api()
            .send(
                "/api/templates?file=" + Api.encoded(file),
                BodyPublishers.ofByteArray(bytes()),
                "application/yaml");
    if (desk.json()) {
      desk.out().println(answer);
      return;
    }
    JsonNode version = answer.path("version");
    desk.say(
        "Template %s is kept as version %d, with %d steps."
            .formatted(
                version.path("name").asString(),
                version.path("version").asInt(),
                version.path("steps").asInt()));
    answer.path("advice").forEach(one -> desk.say(one.asString()));
  }

  private byte[] bytes() {
    try {
      return file.equals("-")
          ? desk.caller().in().readAllBytes()
          : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw Trouble.unreadable(file, e);
    }
  }
}
