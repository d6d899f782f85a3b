package dev.evenkeel.e2e;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * An estate with windows every night and one freeze, and upgrades of it: {@code alpha} comes before
 * {@code beta}, {@code gamma} is left out of every timetable since nobody misses it, and there are
 * others around them.
 */
final class Harbourside {
  private static final int OTHERS = 16;
  private static final int HORIZON = 90;

  /** Behind all that a timetable chooses by itself, which is as early as can be. */
  private static final int FROZEN_AFTER = 50;

  private final PackagedServer server;
  private final Map<String, Long> upgrades = new HashMap<>();

  private Harbourside(PackagedServer server) {
    this.server = server;
  }

  static Harbourside on(PackagedServer server) throws Exception {
    Harbourside there = new Harbourside(server);
    server.send("POST", "/api/estate/apply", there.estate());
    there.upgrade("alpha");
    there.upgrade("beta");
    there.upgrade("gamma");
    for (int other = 1; other <= OTHERS; other++) {
      there.upgrade(other(other));
    }
    there.plan("gamma", "leftOut: 0");
    there.plan("beta", "after: [{upgrade: %d, why: it needs alpha}]".formatted(there.id("alpha")));
    return there;
  }

  private static String other(int number) {
    return "other-%02d".formatted(number);
  }

  private String estate() {
    StringBuilder text =
        new StringBuilder(
            """
            {apiVersion: evenkeel/v1, kind: Person, name: ann}
            ---
            {apiVersion: evenkeel/v1, kind: Team, name: quay, title: Quay team, calendar: nights}
            ---
            {apiVersion: evenkeel/v1, kind: Team, name: crane, title: Crane team, calendar: nights}
            ---
            apiVersion: evenkeel/v1
            kind: Calendar
            name: nights
            timeZone: UTC
            windows: [{name: night, start: '2026-01-01T20:00', lasts: PT8H, rule: FREQ=DAILY}]
            ---
            apiVersion: evenkeel/v1
            kind: Freeze
            name: stocktaking
            title: Stocktaking
            scope: {all: true}
            owner: ann
            reason: All goods are counted.
            when: {start: '%s', lasts: P3D, timeZone: UTC}
            """
                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(FROZEN_AFTER).atStartOfDay()));
    IntStream.rangeClosed(1, OTHERS)
        .mapToObj(Harbourside::other)
        .forEach(name -> text.append(system(name, "crane")));
    return text.append(system("alpha", "quay"))
        .append(system("beta", "quay"))
        .append(system("gamma", "quay"))
        .toString();
  }

  private static String system(String name, String team) {
    return "---\n{apiVersion: evenkeel/v1, kind: System, name: %s, title: %s, team: %s, version: '1.0.0', owner: ann, audience: customers, users: 5000}\n"
        .formatted(name, Character.toUpperCase(name.charAt(0)) + name.substring(1), team);
  }

  private void upgrade(String system) throws Exception {
    JsonNode made =
        server.send(
            "POST",
            "/api/upgrades",
            "{\"systems\": [\"%s\"], \"to\": \"1.0.1\", \"owner\": \"ann\", \"downtimeMinutes\": 30}"
                .formatted(system));
    upgrades.put(system, made.path("id").asLong());
  }

  private void plan(String system, String terms) throws Exception {
    server.send("PUT", "/api/upgrades/%d/schedule".formatted(id(system)), terms);
  }

  long id(String system) {
    return upgrades.get(system);
  }

  /** A timetable of all of them, made anew. */
  long timetable(String name) throws Exception {
    return new Timetables(server).make(name, HORIZON, 1);
  }

  JsonNode place(long timetable, String system) throws IOException, InterruptedException {
    return new Timetables(server).place(timetable, id(system));
  }

  Instant start(long timetable, String system) throws IOException, InterruptedException {
    return new Timetables(server).start(timetable, id(system));
  }

  boolean isPinned(long timetable, String system) throws IOException, InterruptedException {
    return place(timetable, system).path("pinned").asBoolean();
  }

  /** A time inside of the freeze at which a window is open. */
  static Instant frozen() {
    return LocalDateTime.of(
            LocalDate.now(ZoneOffset.UTC).plusDays(FROZEN_AFTER + 1), LocalTime.of(21, 0))
        .toInstant(ZoneOffset.UTC);
  }

  /** A night that nothing is planned in: a week after the freeze. */
  static Instant quiet() {
    return frozen().plus(Duration.ofDays(7));
  }
}
