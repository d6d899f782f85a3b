package dev.evenkeel.server.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was kept of imports by earlier releases can be read. */
@Tag("C06")
class ImportCountsTest {
  private final JsonMapper json = new JsonMapper();

  @Test
  void what_was_kept_before_anything_was_told_of_criticality_says_nothing_of_it() {
    ImportCounts counts =
        json.readValue(
            """
            {"rowsRead": 3, "rowsTaken": 2, "rowsRejected": 1, "valuesRejected": 0,
             "added": 2, "changed": 0, "same": 0, "passedOver": {}}\
            """,
            ImportCounts.class);
    assertThat(counts.rowsTaken()).isEqualTo(2);
    assertThat(counts.lowered()).isZero();
    ImportReport report = json.readValue("{\"changes\": [], \"rejected\": []}", ImportReport.class);
    assertThat(report.lowered()).isEmpty();
  }
}
