package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.LogLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenkeel run log}. */
@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    description = "Prints the log of a run: when, who, what, which step, with which outcome.")
final class LogCommand implements Runnable {
  @Mixin private final RunDesk desk;
  @Mixin private final RunArgument run = new RunArgument();

  @Option(names = "--csv", description = "as a table for other programs (RFC 4180)")
  private boolean csv;

  LogCommand(Caller caller) {
    this.desk = new RunDesk(caller);
  }

  @Override
  public void run() {
    if (csv) {
      String table = desk.runs().csv(run.id());
      if (desk.caller().terminal().showsOutput()) {
        desk.out().println(Harmless.lines(table));
      } else {
        desk.out().print(table);
      }
    } else if (desk.json()) {
      desk.runs().log(run.id(), 0).forEach(desk.out()::println);
    } else {
      ZoneId zone = desk.caller().clock().getZone();
      desk.runs().log(run.id(), 0).stream()
          .map(document -> Json.MAPPER.treeToValue(document, LogLine.class))
          .forEach(line -> desk.out().print(sentence(line, zone)));
    }
    desk.out().flush();
  }

  private static String sentence(LogLine line, ZoneId zone) {
    String step = line.step().map(key -> " " + key).orElse("");
    String says = line.says().isEmpty() ? "" : ": " + line.says();
    String at =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            line.at().truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    return Harmless.text("%-29s %s %s%s%s".formatted(at, line.actor(), line.what(), step, says))
        + System.lineSeparator();
  }
}
