package dev.evenkeel.estate.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.SharedData;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.estate.version.VersionRange.Change;
import dev.evenkeel.estate.version.VersionRange.Event;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows part of C117 on 2,146 real advisories: their ranges are read, and hold what they say. */
@Tag("C117")
class RealRangesTest {

  @Test
  void holds_what_was_introduced_and_not_what_is_fixed() throws Exception {
    var ranges = ranges();
    var several = 0;
    for (var events : ranges) {
      var range = VersionRange.ofEvents(VersionScheme.GO, events);
      several +=
          events.stream().filter(event -> event.change() == Change.FIXED).count() > 1 ? 1 : 0;
      for (var event : events) {
        var marked = event.version().equals("0"); // before every version, and none itself
        var version = Version.of(VersionScheme.GO, event.version()).filter(_ -> !marked);
        version.ifPresent(one ->
            assertThat(range.holds(one))
                .as("%s in %s of %s", one, range, events)
                .isEqualTo(event.change() == Change.INTRODUCED));
      }
    }
    assertThat(ranges).hasSize(3_029);
    assertThat(several).isGreaterThan(400);
  }

  private static List<List<Event>> ranges() throws Exception {
    var ranges = new ArrayList<List<Event>>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                SharedData.open("advisories/osv-go.ndjson.gz"), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        for (var affected : list(Json.plain(line), "affected")) {
          for (var range : list(affected, "ranges")) {
            ranges.add(list(range, "events").stream().map(RealRangesTest::event).toList());
          }
        }
      }
    }
    return ranges;
  }

  private static Event event(Map<?, ?> event) {
    var said = event.entrySet().iterator().next();
    var change = Change.valueOf(said.getKey().toString().toUpperCase(Locale.ROOT));
    return new Event(change, said.getValue().toString());
  }

  private static List<Map<?, ?>> list(Map<?, ?> object, String key) {
    var items = new ArrayList<Map<?, ?>>();
    if (object.get(key) instanceof List<?> list) {
      list.forEach(item -> items.add((Map<?, ?>) item));
    }
    return items;
  }
}
