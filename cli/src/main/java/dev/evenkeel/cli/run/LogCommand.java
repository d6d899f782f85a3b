package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.LogLine;
import dev.evenkeel.cli.watch.Harmless;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel run log}. */
@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    description = "Prints the log of a run: when, who, what, which step, with which outcome.")
final class LogCommand implements Runnable {
  @Mixin private final Desk desk;
  @Mixin private final RunArgument run = new RunArgument();

  @Option(names = "--csv", description = "as a table for other programs (RFC 4180)")
  private boolean csv;

  LogCommand(Caller caller) {
    this.desk = new Desk(caller);
  }

  @Override
  public void run() {
    List<JsonNode> documents = desk.runs().log(run.id(), 0);
    if (desk.json()) {
      documents.forEach(desk.out()::println);
      return;
    }
    if (csv) {
      desk.out().print("seq,at,actor,what,step,says\r\n");
    }
    ZoneId zone = desk.caller().clock().getZone();
    documents.stream()
        .map(document -> Json.MAPPER.treeToValue(document, LogLine.class))
        .map(line -> csv ? row(line) : sentence(line, zone))
        .forEach(desk.out()::print);
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

  private static String row(LogLine line) {
    return Stream.of(
                Long.toString(line.seq()),
                line.at().toString(),
                line.actor(),
                line.what(),
                line.step().orElse(""),
                line.says())
            .map(LogCommand::field)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String field(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
