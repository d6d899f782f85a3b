package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** NetBox, as a dump and from its API. */
class NetBoxTest extends ImportContract {
  NetBoxTest() {
    super("netbox", "netbox.json");
  }

  @Test
  void devices_machines_and_clusters_become_systems() {
    Imported imported = read("netbox.json");
    assertThat(imported.rowsRead()).isEqualTo(6);
    assertThat(imported.passedOver()).contains(entry("dcim.cable", 1), entry("dcim.platform", 2));
    Estate estate = imported(imported);
    assertThat(system(estate, "bonn-rtr-1"))
        .contains(
            entry("type", "hardware"),
            entry("product", "Juniper MX480"),
            entry("location", "Bonn, R9"),
            entry("timeZone", "Europe/Berlin"),
            entry(
                "labels",
                Map.of("serial", "S1", "status", "active", "role", "Router", "platform", "Junos")));
    assertThat(system(estate, "host-1")).containsEntry("group", "bonn-1");
    assertThat(system(estate, "bonn-1")).containsEntry("dependsOn", List.of(on("host-1")));
    assertThat(system(estate, "vm1"))
        .contains(
            entry("product", "Ubuntu Linux"),
            entry("version", "20.04"),
            entry("sources", Map.of("netbox", "vm/361")),
            entry("dependsOn", List.of(on("bonn-1"))));
    assertThat(estate.all(EntryKind.SYSTEM).keySet())
        .filteredOn(n -> n.startsWith("vm1"))
        .hasSize(2);
    assertThat(whys(imported)).containsExactly("line 10, object 10: It has no name (in Bonn, R9).");
  }

  private static Map<String, Object> on(String system) {
    return Map.of("system", system, "type", "runs-on", "source", "netbox");
  }

  @Test
  void a_list_of_the_api_says_the_same() {
    Imported imported =
        readText(
            "devices.json",
            """
            {"count": 2, "next": null, "previous": null, "results": [
             {"id": 361, "url": "https://netbox.example.com/api/virtualization/virtual-machines/361/", "name": "vm1",
              "status": {"value": "active", "label": "Active"}, "site": {"id": 1, "name": "Bonn"},
              "cluster": {"id": 9, "name": "Bonn 1"}, "platform": {"id": 3, "name": "Ubuntu Linux 20.04"}},
             {"id": 1, "url": "https://netbox.example.com/api/dcim/devices/1/", "name": "bonn-rtr-1", "serial": "S1",
              "device_type": {"id": 6, "manufacturer": {"id": 3, "name": "Juniper"}, "model": "MX480"},
              "role": {"id": 1, "name": "Router"}, "site": {"id": 1, "name": "Bonn"}, "status": {"value": "active"}}]}
            """);
    assertThat(imported.rejected()).isEmpty();
    Estate estate = imported(imported);
    assertThat(system(estate, "vm1"))
        .contains(entry("version", "20.04"), entry("dependsOn", List.of(on("bonn-1"))));
    assertThat(system(estate, "bonn-rtr-1")).containsEntry("product", "Juniper MX480");
    Estate dumped = imported(read("netbox.json"));
    Merge.Merged merged = Merge.of(dumped, "netbox", imported, Said.NOTHING);
    assertThat(merged.documents())
        .extracting(document -> document.name())
        .as("the same systems as those of the dump")
        .containsExactlyInAnyOrder("vm1", "bonn-rtr-1", "bonn-1");
  }

  @Test
  void of_the_real_demo_50_devices_180_machines_and_32_clusters_are_taken() {
    Imported imported = readShared("cmdb/netbox-demo/netbox-demo-v3.0.json.gz");
    assertThat(imported.rowsRead()).isEqualTo(63 + 180 + 32);
    assertThat(imported.rejected())
        .hasSize(13)
        .allSatisfy(rejected -> assertThat(rejected.why()).startsWith("It has no name"));
    assertThat(imported.passedOver().values().stream().mapToInt(n -> n).sum())
        .isEqualTo(5073 - 63 - 180 - 32);
    assertThat(imported.passedOver())
        .contains(entry("dcim.cable", 108), entry("circuits.circuit", 29));
    Estate estate = imported(imported);
    assertThat(estate.size()).isEqualTo(50 + 180 + 32);
    assertThat(
            estate.all(EntryKind.SYSTEM).values().stream()
                .map(document -> document.fields())
                .filter(fields -> "20.04".equals(fields.get("version"))))
        .hasSize(180);
    assertThat(estate.all(EntryKind.SYSTEM).keySet())
        .filteredOn(name -> name.startsWith("pp-mdf"))
        .hasSizeGreaterThan(1);
  }
}
