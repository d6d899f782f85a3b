package dev.evenkeel.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C04")
class RenewalTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @Test
  void the_day_of_the_vendor_is_proposed_while_it_lies_ahead() {
    assertThat(proposed("10", "2026-12-31", "2031-12-31").support())
        .contains(LocalDate.parse("2031-12-31"));
  }

  @Test
  void a_day_of_the_vendor_that_is_over_is_proposed_to_nobody() {
    assertThat(proposed("10", "2026-12-31", "2026-11-21").support()).isEmpty();
    assertThat(proposed("10", "2026-12-31", "2026-11-22").support()).contains(TODAY);
  }

  @Test
  void what_the_entry_says_and_is_over_by_now_is_not_proposed_again() {
    assertThat(proposed("11", "2026-11-21", "2031-12-31").support()).isEmpty();
    assertThat(proposed("11", "2026-12-31", "2031-12-31").support())
        .contains(LocalDate.parse("2026-12-31"));
  }

  private static Renewal.Support proposed(String version, String support, String vendor) {
    EstateSystem system =
        (EstateSystem)
            EstateReader.read(
                    "test",
                    "{apiVersion: evenkeel/v1, kind: System, name: shop, title: Shop, version: '%s', supportEnd: '%s'}"
                        .formatted(version, support))
                .documents()
                .getFirst()
                .entry();
    return Renewal.of(system, "e", "11", Optional.of(LocalDate.parse(vendor)), TODAY).proposed();
  }
}
