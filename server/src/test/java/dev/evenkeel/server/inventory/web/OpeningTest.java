package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.map.EstateMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C13")
class OpeningTest {
  /** Most need what nobody has described, then what is only nice to have. */
  private static final String MIXED =
      """
      {apiVersion: evenkeel/v1, kind: System, name: a, dependsOn: [elsewhere, libc]}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: b, dependsOn: [elsewhere, libc]}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: c, dependsOn: [elsewhere, libc, shop]}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: d, dependsOn: [elsewhere]}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: libc, criticality: green}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: kiosk, criticality: red}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: shop, criticality: red}
      """;

  private static EstateMap map(String documents) {
    return EstateMap.of(Estate.of(EstateReader.read("test", documents).documents()));
  }

  @Test
  void a_map_opens_on_the_most_needed_of_the_most_critical_systems_that_are_described() {
    assertThat(Opening.of(map(MIXED), ""))
        .hasValueSatisfying(opening -> {
          assertThat(opening.id()).isEqualTo("systems/shop");
          assertThat(opening.needs()).isEqualTo(1);
          assertThat(opening.last()).isFalse();
        });
  }

  @Test
  void it_opens_on_what_the_reader_looked_at_last_while_that_is_there() {
    assertThat(Opening.of(map(MIXED), "systems/libc")).map(Opening::last).hasValue(true);
    assertThat(Opening.of(map(MIXED), "systems/gone")).map(Opening::id).hasValue("systems/shop");
  }

  @Test
  void an_estate_without_systems_opens_on_what_there_is_and_an_empty_one_on_nothing() {
    assertThat(
            Opening.of(map("{apiVersion: evenkeel/v1, kind: UserGroup, name: us, users: 3}"), ""))
        .map(Opening::id)
        .hasValue("user-groups/us");
    assertThat(Opening.of(EstateMap.of(Estate.EMPTY), "systems/shop")).isEmpty();
  }
}
