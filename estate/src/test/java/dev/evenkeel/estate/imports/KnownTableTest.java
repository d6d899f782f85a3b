package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tables that other programs write. */
class KnownTableTest {

  @Nested
  class ServiceNow extends ImportContract {
    ServiceNow() {
      super("servicenow", "servicenow.csv");
    }

    @Test
    void configuration_items_become_systems() {
      Estate estate = imported(read("servicenow.csv"));
      assertThat(system(estate, "shop-web-1"))
          .contains(
              entry("type", "hardware"),
              entry("owner", "ann-example"),
              entry("team", "web"),
              entry("criticality", "red"),
              entry("warrantyEnd", "2027-12-31"),
              entry("installed", "2024-01-02"),
              entry("sources", Map.of("servicenow", "0a1")));
      assertThat(system(estate, "shop-db-1"))
          .doesNotContainKey("type")
          .containsEntry("criticality", "green");
      assertThat(estate.all(EntryKind.SYSTEM)).containsOnlyKeys("shop-web-1", "shop-db-1", "0a3");
    }

    @Test
    void the_real_excerpt_is_read_but_for_what_cannot_be_told() {
      Imported imported = readShared("cmdb/servicenow-cmdb_ci-excerpt.csv");
      assertThat(imported.rowsRead()).isEqualTo(16);
      assertThat(whys(imported)).isEmpty();
      Estate estate = imported(imported);
      assertThat(estate.all(EntryKind.SYSTEM)).hasSize(16);
      assertThat(estate.all(EntryKind.SYSTEM).keySet())
          .filteredOn(name -> name.startsWith("42u-3100-sp1-netshelter-rack"))
          .hasSize(2);
    }
  }

  @Nested
  class SnipeIt extends ImportContract {
    SnipeIt() {
      super("snipe-it", "snipe-it.csv");
    }

    @Test
    void assets_become_hardware() {
      Imported imported = read("snipe-it.csv");
      assertThat(system(imported(imported), "at-1"))
          .contains(
              entry("type", "hardware"),
              entry("product", "ThinkBook 14"),
              entry("owner", "ann-example"),
              entry("warrantyEnd", "2017-06-05"));
      assertThat(whys(imported))
          .containsExactly(
              "line 3, column 'Model Number': A spreadsheet rounded a long number to '2.01954E+14'; its digits are lost.");
    }

    @Test
    void the_real_bad_sample_is_read_and_what_is_bad_in_it_said() {
      Imported imported = readShared("cmdb/snipe-it-assets-bad-excerpt.csv");
      assertThat(imported.rowsRead()).isEqualTo(9);
      assertThat(imported.rowsTaken()).isEqualTo(9);
      assertThat(whys(imported))
          .hasSize(10)
          .contains(
              "line 8, column 'Location': 'Lutsâ€™k' is UTF-8 that was read as something else; it should be 'Luts’k'.")
          .filteredOn(why -> why.contains("its digits are lost"))
          .hasSize(9);
      assertThat(system(imported(imported), "eget-nunc-donec-quis"))
          .contains(entry("warrantyEnd", "2017-06-05"), entry("owner", "bonnie-nelson"));
    }
  }

  @Nested
  class Glpi extends ImportContract {
    Glpi() {
      super("glpi", "glpi.csv");
    }

    @Test
    void computers_become_hardware() {
      assertThat(system(imported(read("glpi.csv")), "pc-17"))
          .contains(
              entry("product", "OptiPlex 7010"),
              entry("location", "Bonn > 2"),
              entry("owner", "ann-example"))
          .extractingByKey("labels")
          .asInstanceOf(MAP)
          .containsEntry("os", "Debian GNU/Linux 12");
    }
  }
}
