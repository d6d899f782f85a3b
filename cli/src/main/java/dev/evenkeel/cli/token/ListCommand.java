package dev.evenkeel.cli.token;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.people.RoleWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel token list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists tokens with their roles and their end. Never what their holders send.")
final class ListCommand implements Runnable {
  private static final String ROW = "%-24s  %-12s  %-10s  %-10s  %s";

  @Mixin private final TokenDesk desk;

  ListCommand(Caller caller) {
    this.desk = new TokenDesk(caller);
  }

  @Override
  public void run() {
    JsonNode tokens = desk.api().get("/api/tokens");
    if (desk.json()) {
      tokens.forEach(desk.out()::println);
      return;
    }
    if (tokens.isEmpty()) {
      desk.say("There is no token yet. Make one with: evenkeel token create NAME --role ROLE");
      return;
    }
    desk.say(ROW.formatted("TOKEN", "MADE BY", "UNTIL", "LAST USED", "ROLES"));
    for (JsonNode token : tokens) {
      desk.say(
          ROW.formatted(
              token.path("name").asString(),
              token.path("createdBy").asString(),
              day(token.path("expiresAt")),
              day(token.path("lastUsedAt")),
              RoleWords.said(token.path("roles"))));
    }
  }

  private static String day(JsonNode time) {
    String text = time.asString("");
    return text.length() < 10 ? "-" : text.substring(0, 10);
  }
}
