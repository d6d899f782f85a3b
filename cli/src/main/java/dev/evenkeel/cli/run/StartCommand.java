package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.LocalTime;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Runs;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel run start}. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Starts a run of a runbook.")
final class StartCommand implements Callable<Integer> {
  @Mixin private final RunDesk desk;

  @Parameters(paramLabel = "FILE", description = "the runbook; - reads it from the input")
  private Path file = Path.of("-");

  @Option(
      names = "--input",
      paramLabel = "NAME=VALUE",
      description = "value of an input of the runbook; may be given again")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(names = "--rehearsal", description = "goes all the way and back again")
  private boolean rehearsal;

  @Option(
      names = "--waive",
      paramLabel = "REASON",
      description = "why it may run in production although the way back was never rehearsed")
  private String waiver = "";

  @Option(names = "--watch", description = "shows the run until it is over")
  private boolean watch;

  @Option(
      names = "--no-start",
      description = "only takes the run in; start it later with: evenkeel run resume")
  private boolean notNow;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "lets it start by itself then, such as 2026-11-28T22:00 by the clock here")
  private String at = "";

  @Option(
      names = "--latest",
      paramLabel = "TIME",
      description = "until when it is tried when something is in its way; an hour after --at")
  private String latest = "";

  @Option(
      names = "--upgrade",
      paramLabel = "NUMBER",
      description =
          "the upgrade it carries out; found by its systems and version where that is clear")
  private @Nullable Long upgrade;

  @Mixin private final OverrideOption override = new OverrideOption();

  StartCommand(Caller caller) {
    this.desk = new RunDesk(caller);
  }

  @Override
  public Integer call() {
    String text = text();
    requireRunbook(text);
    JsonNode run = desk.runs().take(wish(text));
    String id = run.path("id").asString();
    if (watch) {
      return desk.watching().watchTaken(id, desk.json()).code();
    }
    desk.answer(run);
    if (!desk.json()) {
      desk.out().println("Watch it with: evenkeel run watch " + id);
    }
    return ExitCode.SUCCEEDED.code();
  }

  private Runs.Wish wish(String text) {
    if (at.isEmpty() && !latest.isEmpty()) {
      throw new Trouble(
          ExitCode.REFUSED, "--latest says until when; say with --at from when on it may start.");
    }
    ZoneId zone = desk.caller().clock().getZone();
    return new Runs.Wish(
        text,
        inputs,
        rehearsal,
        waiver,
        !notNow,
        override.reason(),
        given(at, zone),
        given(latest, zone),
        Optional.ofNullable(upgrade));
  }

  private static Optional<Instant> given(String text, ZoneId zone) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.of(text, zone));
  }

  /**
   * What is no runbook at all is not sent. All else the server judges, which is to carry it out.
   */
  private void requireRunbook(String text) {
    if (text.isBlank() || text.length() > RunbookReader.LONGEST) {
      Finding found = RunbookReader.read(file.toString(), text).errors().getFirst();
      throw new Trouble(
          ExitCode.REFUSED,
          "%s is not taken: %s %s".formatted(name(), found.message(), found.wayOut()));
    }
  }

  private String name() {
    return file.toString().equals("-") ? "What came through the pipe" : file.toString();
  }

  private String text() {
    if (Files.isDirectory(file)) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s is a folder. Name the file of the runbook.".formatted(file.toAbsolutePath()));
    }
    try {
      byte[] bytes =
          file.toString().equals("-")
              ? desk.caller().in().readAllBytes()
              : Files.readAllBytes(file);
      return switch (Utf8.of(bytes)) {
        case Utf8.Text(String text) -> text;
        case Utf8.Broken broken ->
            throw new Trouble(
                ExitCode.REFUSED,
                "%s is not taken, line %d, column %d: %s %s"
                    .formatted(
                        name(),
                        broken.where().line(),
                        broken.where().column(),
                        broken.message(),
                        broken.wayOut()));
      };
    } catch (NoSuchFileException none) {
      throw new Trouble(
          ExitCode.REFUSED,
          "There is no runbook %s. Check the path.".formatted(file.toAbsolutePath()),
          none);
    } catch (IOException e) {
      throw new Trouble(
          ExitCode.REFUSED, "The runbook %s cannot be read: %s.".formatted(file, e), e);
    }
  }
}
