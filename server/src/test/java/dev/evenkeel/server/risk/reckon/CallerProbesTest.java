package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.callers.CallerFinding;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.UpgradeClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C12")
class CallerProbesTest {
  private static final Instant SEEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final Estate ESTATE =
      Estate.of(
          EstateReader.read(
                  "test",
                  """
                  {apiVersion: evenkeel/v1, kind: System, name: db}
                  ---
                  {apiVersion: evenkeel/v1, kind: System, name: shop, criticality: red, dependsOn: [db]}
                  ---
                  {apiVersion: evenkeel/v1, kind: System, name: kiosk, criticality: red, dependsOn: [shop]}
                  """)
              .documents());

  private static List<Probe> probes(String upgraded, List<CallerFinding> findings) {
    Terms terms =
        new Terms(
            "t",
            "",
            List.of(upgraded),
            "1",
            "2",
            UpgradeClass.MAJOR,
            "ann",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return CallerProbes.of(terms, EstateMap.of(ESTATE), findings);
  }

  private static CallerFinding stranger(int number, String callee, long count) {
    return new CallerFinding(
        "%04d".formatted(number),
        callee,
        Optional.empty(),
        "address 10.0.0." + number,
        "",
        count,
        SEEN,
        SEEN,
        "GET /");
  }

  @Test
  void touched_is_what_is_upgraded_and_what_needs_it_directly() {
    List<CallerFinding> findings = List.of(stranger(1, "shop", 1), stranger(2, "kiosk", 1));
    assertThat(probes("shop", findings))
        .extracting(Probe::key, Probe::likelihood)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("caller:0001", 4),
            org.assertj.core.groups.Tuple.tuple("caller:0002", 3));
    assertThat(probes("db", findings)).extracting(Probe::key).containsExactly("caller:0001");
    assertThat(probes("kiosk", findings)).extracting(Probe::key).containsExactly("caller:0002");
  }

  @Test
  void of_very_many_the_rest_is_one_and_a_few_more_calls_do_not_exchange_them() {
    List<CallerFinding> findings = new ArrayList<>();
    IntStream.range(0, 100).forEach(n -> findings.add(stranger(n, "shop", 20 + n % 7)));
    findings.add(stranger(999, "shop", 5_000));
    List<String> before = probes("shop", findings).stream().map(Probe::key).toList();
    assertThat(before)
        .hasSize(CallerProbes.MOST + 1)
        .startsWith("caller:0999")
        .endsWith("caller:*");
    findings.replaceAll(one -> stranger(Integer.parseInt(one.digest()), "shop", one.count() + 13));
    assertThat(probes("shop", findings.reversed()).stream().map(Probe::key).toList())
        .isEqualTo(before);
  }
}
