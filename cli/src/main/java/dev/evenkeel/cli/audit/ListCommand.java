package dev.evenkeel.cli.audit;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel audit list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists rows of the trail, the newest first.")
final class ListCommand implements Runnable {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @Mixin private final AuditDesk desk;

  @Option(names = "--about", paramLabel = "PATH", description = "such as /upgrades/12")
  private String about = "";

  @Option(names = "--who", paramLabel = "NAME", description = "of a person or a token")
  private String who = "";

  @Option(names = "--what", paramLabel = "WORDS", description = "such as risk")
  private String what = "";

  @Option(names = "--from", paramLabel = "TIME", description = "a day, or an instant")
  private String from = "";

  @Option(names = "--to", paramLabel = "TIME", description = "the last day, or an instant")
  private String to = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "how many at most; default: ${DEFAULT-VALUE}")
  private int limit = 50;

  ListCommand(Caller caller) {
    this.desk = new AuditDesk(caller);
  }

  private record Row(
      long seq,
      Instant at,
      String actorKind,
      String actor,
      String what,
      String subject,
      Map<String, String> facts) {}

  @Override
  public void run() {
    Map<String, String> asked =
        new TreeMap<>(
            Map.of(
                "subject",
                about,
                "actor",
                who,
                "what",
                what,
                "from",
                from,
                "to",
                to,
                "limit",
                Integer.toString(limit)));
    String query =
        asked.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(one -> one.getKey() + "=" + Api.encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    JsonNode rows = desk.api().get("/api/audit?" + query);
    for (JsonNode document : rows) {
      if (desk.json()) {
        desk.out().println(document);
      } else {
        Row row = Json.MAPPER.treeToValue(document, Row.class);
        desk.out().println(Harmless.text(sentence(row)));
      }
    }
    if (rows.isEmpty() && !desk.json()) {
      desk.out().println("No row is like that.");
    }
    desk.out().flush();
  }

  private String sentence(Row row) {
    String facts =
        row.facts().entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("; "));
    return "%d  %s  %s  %s  %s%s"
        .formatted(
            row.seq(),
            WHEN.format(row.at().atZone(desk.caller().clock().getZone())),
            row.actor(),
            row.what(),
            row.subject(),
            facts.isEmpty() ? "" : "  " + facts);
  }
}
