package dev.evenkeel.e2e;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Timetables of a server: made, and looked at over HTTP. */
record Timetables(PackagedServer server) {

  /** One of all upgrades, when it is there. */
  long make(String name, int days, int seconds) throws Exception {
    long id =
        server
            .send(
                "POST",
                "/api/timetables",
                "{\"name\": \"%s\", \"seconds\": %d, \"days\": %d}".formatted(name, seconds, days))
            .path("id")
            .asLong();
    Patiently.await(
        Duration.ofMinutes(1),
        () -> "timetable %d is made".formatted(id),
        () -> !server.get("/api/timetables/%d/progress".formatted(id)).path("goesOn").asBoolean());
    return id;
  }

  /** Where an upgrade stands; a missing node when it has no place. */
  JsonNode place(long timetable, long upgrade) throws IOException, InterruptedException {
    return StreamSupport.stream(
            server.get("/api/timetables/" + timetable).path("placements").spliterator(), false)
        .filter(one -> one.path("upgrade").asLong() == upgrade)
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  Instant start(long timetable, long upgrade) throws IOException, InterruptedException {
    return Instant.parse(place(timetable, upgrade).path("start").asString());
  }
}
