package dev.evenkeel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel waiting}. */
@Command(
    name = "waiting",
    mixinStandardHelpOptions = true,
    description = "Lists what waits for you over all upgrades, the most urgent first.")
final class WaitingCommand implements Runnable {
  private static final String ROW = "%-16s  %-10s  %s%s";

  @Mixin private final WaitingOptions desk;

  WaitingCommand(Caller caller) {
    this.desk = new WaitingOptions(caller);
  }

  /** What the command takes. */
  static final class WaitingOptions extends Desk {
    WaitingOptions(Caller caller) {
      super(caller);
    }
  }

  @Override
  public void run() {
    JsonNode all = desk.api().get("/api/waiting");
    if (desk.json()) {
      all.forEach(desk.out()::println);
      return;
    }
    if (all.isEmpty()) {
      desk.out().println("Nothing waits for whoever issued this token.");
      return;
    }
    desk.out().println(ROW.formatted("BY (UTC)", "KIND", "WHAT", ""));
    for (JsonNode one : all) {
      String by = one.path("by").asString("");
      String detail = one.path("detail").asString("");
      boolean isTask = one.path("kind").asString("").equals("task");
      desk.out()
          .println(
              Harmless.text(
                  ROW.formatted(
                      by.isEmpty()
                          ? "-"
                          : by.substring(0, Math.min(16, by.length())).replace('T', ' '),
                      one.path("late").asBoolean() ? "late" : one.path("kind").asString(""),
                      isTask
                          ? detail
                          : one.path("says").asString("")
                              + (detail.isEmpty() ? "" : " (%s)".formatted(detail)),
                      ": " + one.path("upgrade").asString(""))));
    }
  }
}
