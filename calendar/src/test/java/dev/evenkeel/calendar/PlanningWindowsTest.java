package dev.evenkeel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The windows of real planning instances, against their intervals expanded elsewhere; C33. */
class PlanningWindowsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "small-101",
        "small-102",
        "medium-101",
        "medium-102",
        "large-101",
        "large-102",
        "huge-101"
      })
  void every_calendar_opens_exactly_when_the_instance_says(String name) throws Exception {
    JsonNode instance;
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(SharedData.file("planning/" + name + ".json.gz")))) {
      instance = JsonMapper.builder().build().readTree(in);
    }
    Instant start = Instant.parse(instance.get("start").asString());
    Duration slot = Duration.ofMinutes(instance.get("slotMinutes").asInt());
    Span horizon =
        new Span(start, start.plus(slot.multipliedBy(instance.get("horizonSlots").asInt())));
    assertThat(instance.get("calendars")).hasSizeGreaterThan(10);
    for (JsonNode calendar : instance.get("calendars")) {
      assertThat(slots(calendar(calendar, start).open(horizon), start, slot))
          .as(calendar.get("id").asString())
          .isEqualTo(intervals(calendar.get("open")));
    }
  }

  private static MaintenanceCalendar calendar(JsonNode calendar, Instant start) {
    ZoneId zone = ZoneId.of(calendar.get("zone").asString());
    List<Window> windows = new ArrayList<>();
    for (JsonNode rule : calendar.get("rules")) {
      LocalTime from = LocalTime.parse(rule.get("from").asString());
      LocalTime to = LocalTime.parse(rule.get("to").asString());
      LocalDateTime first = start.atZone(zone).toLocalDate().minusDays(2).atTime(from);
      windows.add(
          new Window(
              "w" + windows.size(),
              Recurrence.by(rule(rule), zone, first, Length.untilNext(from, to))));
    }
    return new MaintenanceCalendar(calendar.get("id").asString(), windows);
  }

  private static String rule(JsonNode rule) {
    List<String> days =
        rule.get("days").valueStream().map(day -> day.asString().substring(0, 2)).toList();
    if (!rule.has("weeksOfMonth")) {
      return "FREQ=WEEKLY;BYDAY=" + String.join(",", days);
    }
    return rule.get("weeksOfMonth")
        .valueStream()
        .flatMap(week -> days.stream().map(day -> week.asInt() + day))
        .collect(Collectors.joining(",", "FREQ=MONTHLY;BYDAY=", ""));
  }

  private static List<List<Long>> slots(List<Span> open, Instant start, Duration slot) {
    return open.stream()
        .map(span ->
            List.of(
                Duration.between(start, span.from()).plus(slot).minusNanos(1).dividedBy(slot),
                Duration.between(start, span.to()).dividedBy(slot)))
        .filter(interval -> interval.getFirst() < interval.getLast())
        .toList();
  }

  private static List<List<Long>> intervals(JsonNode open) {
    return open.valueStream()
        .map(pair -> List.of(pair.get(0).asLong(), pair.get(1).asLong()))
        .toList();
  }
}
