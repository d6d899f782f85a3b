package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenkeel export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the documents of the estate, as `evenkeel apply` takes them.")
public final class ExportCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "only these: systems, user-groups, teams, people, workflows, stakeholders, calendars, freezes, holidays, rosters, budgets")
  private Optional<String> kind = Optional.empty();

  @Option(names = "-o", paramLabel = "FILE", description = "where to; else to the output")
  private Optional<Path> file = Optional.empty();

  ExportCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    String documents =
        desk.api()
            .text(
                "/api/estate/export" + kind.map(one -> "?kind=" + Api.encoded(one)).orElse(""),
                "application/yaml");
    if (file.isPresent()) {
      write(file.get(), documents);
      if (desk.json()) {
        desk.out().println(Json.MAPPER.writeValueAsString(Map.of("file", file.get().toString())));
      } else {
        desk.say("The estate is in %s.".formatted(file.get()));
      }
    } else if (desk.json()) {
      desk.out().println(Json.MAPPER.writeValueAsString(Map.of("yaml", documents)));
    } else if (desk.caller().terminal().showsOutput()) {
      desk.out().println(Harmless.lines(documents));
    } else {
      desk.out().print(documents);
      desk.out().flush();
    }
  }

  private static void write(Path file, String documents) {
    try {
      Files.writeString(file, documents);
    } catch (IOException e) {
      throw new Trouble(
          ExitCode.REFUSED, "%s cannot be written: %s. Name another file.".formatted(file, e), e);
    }
  }
}
