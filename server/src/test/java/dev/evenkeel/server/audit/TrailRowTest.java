package dev.evenkeel.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.audit.Deed;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.audit.Facts;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people are led from a row of the trail. */
@Tag("C90")
class TrailRowTest {

  @ParameterizedTest
  @CsvSource({
    "/upgrades/4, /upgrades/4",
    "/upgrades/4/risks, /upgrades/4/risks",
    "/upgrades/4/tasks/17, /tasks/17",
    "/upgrades/4/costs, /upgrades/4/budget",
    "/templates/seven-steps, /templates/seven-steps",
    "/secrets/db, ''"
  })
  void what_has_a_page_leads_to_it(String subject, String page) {
    Deed deed =
        new Deed(
            Instant.parse("2026-11-22T11:40:02.123456Z"),
            "PERSON",
            "ann",
            "changed",
            subject,
            Facts.write(Map.of()));
    assertThat(TrailRow.of(Entry.after(0, Entry.NOTHING, deed)).page().orElse("")).isEqualTo(page);
  }
}
