package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** iTop's objects, as XML and as tables. */
class ITopTest extends ImportContract {
  ITopTest() {
    super("itop", "itop.xml");
  }

  @Test
  void configuration_items_people_and_teams_are_brought() {
    Imported imported = read("itop.xml");
    assertThat(imported.rowsRead()).isEqualTo(7);
    Estate estate = imported(imported);
    assertThat(system(estate, "web-1"))
        .contains(
            entry("type", "hardware"),
            entry("criticality", "red"),
            entry("location", "Bonn"),
            entry("product", "HPE DL380"),
            entry("warrantyEnd", "2027-12-31"),
            entry("team", "web-more"),
            entry("labels", Map.of("class", "Server", "os", "Debian")),
            entry("sources", Map.of("itop", "ci/2")));
    assertThat(system(estate, "orders"))
        .contains(
            entry("product", "MySQL"),
            entry("version", "8.4"),
            entry(
                "dependsOn",
                List.of(Map.of("system", "web-1", "type", "runs-on", "source", "itop"))));
    assertThat(system(estate, "crm"))
        .containsEntry("dependsOn", List.of(Map.of("system", "orders", "source", "itop")));
    assertThat(system(estate, "t-1")).containsEntry("labels", Map.of("class", "Turbine"));
    assertThat(estate.all(EntryKind.PERSON).get("ann-example").fields())
        .containsEntry("team", "web-more");
  }

  @Test
  void what_cannot_be_told_is_rejected() {
    assertThat(whys(read("itop.xml")))
        .containsExactlyInAnyOrder(
            "line 3, Server 2, move2production: 'tomorrow' is no date.",
            "line 7, Server 3: It has no name.",
            "line 15, lnkApplicationSolutionToFunctionalCI 2: It is about ci/28, which is not in this import.");
  }

  @Test
  void a_table_is_read_by_its_columns() {
    Imported imported = read("itop.csv");
    Estate estate = imported(imported);
    assertThat(system(estate, "web-1"))
        .contains(
            entry("type", "hardware"),
            entry("criticality", "red"),
            entry("product", "DL380"),
            entry("warrantyEnd", "2027-12-31"));
    assertThat(system(estate, "web-2")).doesNotContainKey("type");
  }

  @Test
  void of_the_real_sample_15_items_and_4_teams_are_taken() throws IOException {
    Imported imported = read("itop.zip", ComposeTest.zipped(SharedData.file("cmdb/itop-sample")));
    assertThat(imported.rowsTaken()).isEqualTo(15 + 4);
    assertThat(imported.passedOver().values().stream().mapToInt(n -> n).sum()).isEqualTo(86 - 19);
    assertThat(imported.rejected())
        .as("the people were left out of the sample")
        .hasSize(9)
        .allSatisfy(rejected -> assertThat(rejected.why()).contains("contact/"));
    Estate estate = imported(imported);
    assertThat(system(estate, "oracle"))
        .contains(
            entry("product", "MySql"),
            entry("version", "8"),
            entry(
                "dependsOn",
                List.of(Map.of("system", "server2", "type", "runs-on", "source", "itop"))));
    assertThat(Merge.of(Estate.EMPTY, "itop", imported, Said.NOTHING).rejected()).isEmpty();
  }
}
