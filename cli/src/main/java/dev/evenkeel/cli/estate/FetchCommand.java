package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel advisories fetch}. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = "Fetches advisories now, from every address of EVENKEEL_ADVISORY_URLS.",
    footer = {"", "Exit code 2 when an address could not be fetched; the others are taken."})
final class FetchCommand implements Callable<Integer> {
  private static final String FAILED = "FAILED";

  @Mixin private final EstateDesk desk;

  FetchCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public Integer call() {
    JsonNode answer =
        desk.api().send("/api/advisories/fetch", BodyPublishers.noBody(), "application/json");
    boolean failed = false;
    for (JsonNode one : answer) {
      boolean wrong = one.path("outcome").asString().equals(FAILED);
      failed |= wrong;
      if (desk.json()) {
        desk.out().println(one);
      } else {
        String says = one.path("says").asString();
        desk.say(wrong ? "! " + says : "%s: %s.".formatted(one.path("address").asString(), says));
      }
    }
    return (failed ? ExitCode.REFUSED : ExitCode.SUCCEEDED).code();
  }
}
