package dev.evenkeel.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The upgrades that come with the example's estate. */
final class HarbourUpgrades {
  private static final String NEXT = "\n---\n";

  private final PackagedServer server;
  private final Map<String, Long> ids = new HashMap<>();

  private HarbourUpgrades(PackagedServer server) {
    this.server = server;
  }

  /**
   * @param unmissed names of upgrades that nobody would miss, so that no timetable has them
   */
  static HarbourUpgrades on(PackagedServer server, Set<String> unmissed) throws Exception {
    HarbourUpgrades there = new HarbourUpgrades(server);
    String documents =
        Arrays.stream(Files.readString(Archive.example("upgrades/harbour.yaml")).split(NEXT))
            .map(
                one -> unmissed.stream().anyMatch(name -> isNamed(one, name)) ? unmissed(one) : one)
            .collect(Collectors.joining(NEXT));
    JsonNode applied = server.send("POST", "/api/upgrades/apply", documents);
    applied
        .path("numbers")
        .properties()
        .forEach(one -> there.ids.put(one.getKey(), one.getValue().asLong()));
    return there;
  }

  private static boolean isNamed(String document, String name) {
    return ("\n" + document).contains("\nname: %s\n".formatted(name));
  }

  private static String unmissed(String document) {
    return document.contains("\nschedule:\n")
        ? document.replace("\nschedule:\n", "\nschedule:\n  leftOut: 0\n")
        : document + "\nschedule: {leftOut: 0}";
  }

  long id(String name) {
    return Objects.requireNonNull(ids.get(name));
  }

  long timetable(String name) throws Exception {
    return new Timetables(server).make(name, 365, 5);
  }

  Instant start(long timetable, long upgrade) throws IOException, InterruptedException {
    return new Timetables(server).start(timetable, upgrade);
  }
}
