package dev.evenkeel.estate.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be proposed is what is proposed once it stands there, with the same reason. */
@Tag("C15")
class RatingsAheadTest {
  private static final List<String> TYPES =
      List.of("calls", "data", "webhook", "runs-on", "script");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void it_is_what_the_map_says_afterwards(long seed) {
    Random draw = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 4; group++) {
      text.append(
          "---\n{apiVersion: evenkeel/v1, kind: %s, name: g%d, dependsOn: [s%d]}\n"
              .formatted(group < 2 ? "Workflow" : "UserGroup", group, draw.nextInt(40)));
    }
    for (int system = 0; system < 25; system++) {
      text.append(system(system, draw));
    }
    Estate before = estate(text.toString());
    StringBuilder more = new StringBuilder();
    for (int system = 15; system < 40; system++) {
      more.append(system(system, draw));
    }
    List<Document> wanted = EstateReader.read("more", more.toString()).documents();
    RatingsAhead ahead = new RatingsAhead(before);
    wanted.forEach(document -> ahead.put((EstateSystem) document.entry()));

    EstateMap after = EstateMap.of(before.after(before.changesBy(wanted)));
    assertThat(ahead.systems())
        .hasSize(40)
        .allSatisfy((name, rating) ->
            assertThat(rating)
                .as("%s of seed %d", name, seed)
                .isEqualTo(
                    after.rating(
                        after.find(new Document.Key(EntryKind.SYSTEM, name)).orElseThrow())));
  }

  private static String system(int number, Random draw) {
    String needs =
        "{system: s%d, type: %s}, {system: s%d}"
            .formatted(draw.nextInt(45), TYPES.get(draw.nextInt(TYPES.size())), draw.nextInt(45));
    return "---\n{apiVersion: evenkeel/v1, kind: System, name: s%d, dependsOn: [%s]%s%s%s}\n"
        .formatted(
            number,
            needs,
            draw.nextInt(8) == 0
                ? ", audience: customers"
                : draw.nextInt(6) == 0 ? ", users: 7" : "",
            draw.nextInt(8) == 0 ? ", criticality: green" : "",
            draw.nextInt(5) == 0 ? ", group: pool" : "");
  }

  private static Estate estate(String text) {
    var reading = EstateReader.read("estate", text);
    assertThat(reading.findings()).isEmpty();
    return Estate.of(reading.documents());
  }
}
