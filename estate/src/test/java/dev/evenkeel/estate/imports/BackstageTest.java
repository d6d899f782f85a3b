package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.imports.Merge.Merged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Descriptions of Backstage's catalog. */
class BackstageTest extends ImportContract {
  BackstageTest() {
    super("backstage", "catalog-info.yaml");
  }

  @Test
  void entities_become_systems_teams_and_people() {
    Imported imported = read("catalog-info.yaml");
    assertThat(imported.rowsRead()).isEqualTo(8);
    assertThat(imported.passedOver()).containsExactly(entry("Location", 1));
    Estate estate = imported(imported);
    assertThat(estate.all(EntryKind.SYSTEM))
        .containsOnlyKeys("shop", "order-service", "orders", "shop-db", "sales");
    assertThat(system(estate, "shop"))
        .contains(
            entry("description", "What customers buy in"),
            entry("team", "web"),
            entry("sources", Map.of("backstage", "component:default/shop")),
            entry("dependsOn", List.of(need("orders", Map.of()), need("shop-db", Map.of()))));
    assertThat(system(estate, "order-service")).containsEntry("owner", "ann");
    assertThat(system(estate, "orders"))
        .containsEntry("dependsOn", List.of(need("order-service", Map.of("type", "runs-on"))));
    assertThat(system(estate, "sales"))
        .containsEntry(
            "dependsOn",
            List.of(
                need("order-service", Map.of("note", "part of it")),
                need("shop", Map.of("note", "part of it"))));
    assertThat(estate.all(EntryKind.TEAM).get("web").fields())
        .contains(entry("title", "Web Team"), entry("email", "web@example.com"));
    assertThat(estate.all(EntryKind.PERSON).get("ann").fields())
        .contains(entry("title", "Ann Example"), entry("team", "web"));
  }

  private static Map<String, Object> need(String system, Map<String, Object> more) {
    Map<String, Object> need = new java.util.HashMap<>(more);
    need.put("system", system);
    need.put("source", "backstage");
    return need;
  }

  @Test
  void what_is_not_there_and_what_is_misspelled_is_rejected() {
    Imported imported = read("catalog-info.yaml");
    assertThat(whys(imported))
        .containsExactly(
            "line 50: Its name is none that Backstage allows: letters, digits and - _ . between them, at most 63.");
    Merged merged = Merge.of(Estate.EMPTY, "backstage", imported, Said.NOTHING);
    assertThat(merged.rejected())
        .extracting(Rejected::why)
        .containsExactly(
            "It names 'component:default/nowhere', which is neither in the file nor in the estate.");
  }

  @Test
  void the_real_examples_are_taken_but_the_invalid_one() {
    assertThat(readShared("cmdb/backstage-catalog/invalid-component.yaml").rejected())
        .extracting(Rejected::what)
        .containsExactly("the Component 'invalid component'");
    Imported lookup = readShared("cmdb/backstage-catalog/artist-lookup-component.yaml");
    Imported www = readShared("cmdb/backstage-catalog/www-artist-component.yaml");
    Estate estate = imported(lookup);
    Merged merged = Merge.of(estate, "backstage", www, Said.NOTHING);
    assertThat(merged.rejected()).isEmpty();
    assertThat(system(after(estate, merged), "www-artist"))
        .contains(
            entry("team", "team-a"), entry("dependsOn", List.of(need("artist-lookup", Map.of()))));
  }
}
