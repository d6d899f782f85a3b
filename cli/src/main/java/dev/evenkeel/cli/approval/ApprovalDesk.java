package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What every command about approvals has. */
class ApprovalDesk extends Desk {
  ApprovalDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }

  static String path(long upgrade) {
    return "/api/upgrades/%d/approval".formatted(upgrade);
  }

  /** A request, in words or as JSON. */
  void answer(JsonNode request) {
    if (json()) {
      out().println(request);
      return;
    }
    say(
        "Upgrade %d, %s: %s"
            .formatted(
                request.path("upgrade").asLong(),
                request.path("title").asString(),
                request.path("state").asString().toUpperCase(Locale.ROOT)));
    say(
        "  %s change, may begin from %s until %s, asked for by %s: %s"
            .formatted(
                request.path("kind").asString(),
                request.path("from").asString(),
                request.path("until").asString(),
                request.path("by").path("name").asString(),
                request.path("why").asString()));
    say(
        "  needs %s%s"
            .formatted(
                request.path("quorum").asString(),
                request.path("missing").isEmpty()
                    ? ""
                    : ", still " + texts(request.path("missing"))));
    request
        .path("steps")
        .forEach(step ->
            say(
                "  %s %s %s%s"
                    .formatted(
                        step.path("at").asString(),
                        step.path("person").asString(),
                        step.path("did").asString(),
                        step.path("comment").asString("").isEmpty()
                            ? ""
                            : ": " + step.path("comment").asString())));
    request
        .path("differences")
        .forEach(one ->
            say(
                "  %s %s"
                    .formatted(
                        one.path("material").asBoolean() ? "voids it:" : "does no harm:",
                        one.path("says").asString())));
    say("  SHA-256 " + request.path("digest").asString());
  }

  /** Decides on the request as it is now. */
  void decide(long upgrade, String decision, String comment, String insteadOf) {
    String seen = api().get(path(upgrade)).path("edition").asString();
    Map<String, String> body = new LinkedHashMap<>();
    body.put("decision", decision);
    body.put("comment", comment);
    body.put("insteadOf", insteadOf);
    body.values().removeIf(String::isBlank);
    answer(api().postAt(path(upgrade) + "/decision", body, seen));
  }

  private static String texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).collect(Collectors.joining(" and "));
  }
}
