package dev.evenkeel.estate.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.advisory.Advisory;
import dev.evenkeel.estate.advisory.AdvisoryIndex;
import dev.evenkeel.estate.advisory.AdvisoryReader;
import dev.evenkeel.estate.advisory.Hit;
import dev.evenkeel.estate.advisory.Subject;
import dev.evenkeel.estate.backlog.Exposure.Cure;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.PathRules;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.estate.map.EstateMap;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of vulnerabilities counts in the backlog (C08, C117). */
@Tag("C08")
@Tag("C117")
class BacklogAdvisoriesTest {
  private static final String PRODUCTS =
      """
      {"postgresql": [
         {"cycle": "18", "releaseDate": "2025-09-25", "eol": "2030-11-14", "latest": "18.3"},
         {"cycle": "16", "releaseDate": "2023-09-14", "eol": "2028-11-09", "latest": "16.11"}]}
      """;

  private final List<String> estate = new ArrayList<>(List.of(system("db"), system("other")));
  private final List<String> advisories = new ArrayList<>();

  private static String system(String name) {
    return "{apiVersion: evenkeel/v1, kind: System, name: %s, product: postgresql, version: '16.2', identifiers: ['pkg:pypi/%s']}"
        .formatted(name, name);
  }

  private static String osv(String id, String of, String vector, String events) {
    return """
    {"id": "%s", "modified": "2026-03-01T00:00:00Z", "summary": "s",
     "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/%s"}],
     "affected": [{"package": {"ecosystem": "PyPI", "name": "%s"}, "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
    """
        .formatted(id, vector, of, events)
        .replace("\n", " ");
  }

  private static final String CRITICAL = "C:H/I:H/A:H";
  private static final String MEDIUM = "C:L/I:N/A:N";

  @Test
  void the_worst_advisory_that_is_true_counts_with_its_score_and_what_the_target_does_about_it()
      throws Exception {
    assertThat(factor("db").why()).isEqualTo("no advisory is known to be true for it");
    double before = item("db").risk();
    advisories.add(
        osv("CVE-2026-1", "db", CRITICAL, "{\"introduced\": \"0\"}, {\"fixed\": \"18.1\"}"));
    advisories.add(osv("CVE-2026-2", "db", MEDIUM, "{\"introduced\": \"0\"}"));
    advisories.add(osv("CVE-2026-3", "db", CRITICAL, "{\"introduced\": \"17\"}"));
    assertThat(item("db").exposures())
        .extracting(Exposure::vulnerability, Exposure::cure)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CVE-2026-1", Cure.FIXED),
            org.assertj.core.groups.Tuple.tuple("CVE-2026-2", Cure.STILL_THERE));
    assertThat(factor("db").share()).isEqualTo(0.98, within(1e-9));
    assertThat(factor("db").why())
        .isEqualTo(
            "CVE-2026-1, critical (9.8); 18.3 does not have it (the worst of 2; the target ends 1)");
    assertThat(item("db").risk())
        .isEqualTo(before + 0.98 * Weight.ADVISORIES.usual(), within(1e-9));
    assertThat(names()).startsWith("db");
  }

  @Test
  void what_the_target_has_still_counts_half_as_moving_does_not_end_it() throws Exception {
    advisories.add(osv("CVE-2026-1", "db", CRITICAL, "{\"introduced\": \"0\"}"));
    assertThat(factor("db").share()).isEqualTo(0.49, within(1e-9));
    assertThat(factor("db").why()).isEqualTo("CVE-2026-1, critical (9.8); 18.3 has it still");
  }

  @Test
  void what_the_vendor_says_does_not_affect_it_does_not_count() throws Exception {
    advisories.add(osv("CVE-2026-1", "db", CRITICAL, "{\"introduced\": \"0\"}"));
    advisories.add(
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:1",
         "metadata": {"timestamp": "2026-05-01T00:00:00Z", "supplier": {"name": "Acme"}},
         "components": [{"name": "db", "version": "16.2", "bom-ref": "a", "purl": "pkg:pypi/db@16.2"}],
         "vulnerabilities": [{"id": "CVE-2026-1", "analysis": {"state": "not_affected"}, "affects": [{"ref": "a"}]}]}
        """
            .replace("\n", " "));
    assertThat(factor("db").share()).isZero();
    assertThat(item("db").exposures()).isEmpty();
  }

  @Test
  void a_system_that_nobody_has_lifecycle_data_of_is_in_the_backlog_when_an_advisory_is_true()
      throws Exception {
    estate.add(
        "{apiVersion: evenkeel/v1, kind: System, name: lib, version: 1.0.0, identifiers: ['pkg:pypi/lib']}");
    assertThat(names()).doesNotContain("lib");
    advisories.add(
        osv("CVE-2026-1", "lib", MEDIUM, "{\"introduced\": \"0\"}, {\"fixed\": \"1.0.1\"}"));
    assertThat(factor("lib").why()).isEqualTo("CVE-2026-1, medium (5.3); 1.0.1 does not have it");
  }

  @Test
  void where_no_release_of_a_vendor_is_known_the_version_with_the_fixes_is_the_target()
      throws Exception {
    estate.add(
        "{apiVersion: evenkeel/v1, kind: System, name: lib, version: 0.30.0, identifiers: ['pkg:pypi/lib']}");
    advisories.add(osv("CVE-2026-1", "lib", MEDIUM, "{\"introduced\": \"0\"}"));
    assertThat(item("lib").target()).isEmpty();
    assertThat(factor("lib").why()).isEqualTo("CVE-2026-1, medium (5.3); no fix is known");
    advisories.add(
        osv("CVE-2026-2", "lib", MEDIUM, "{\"introduced\": \"0\"}, {\"fixed\": \"0.40.0\"}"));
    assertThat(item("lib").target().orElseThrow())
        .satisfies(target -> {
          assertThat(target.version()).isEqualTo("0.40.0");
          assertThat(target.reason())
              .isEqualTo("the lowest version that has the fix of CVE-2026-2, as its advisory says");
          assertThat(target.path().known()).isFalse();
        });
    assertThat(item("lib").exposures())
        .filteredOn(one -> one.cure() == Cure.FIXED)
        .extracting(Exposure::vulnerability)
        .containsExactly("CVE-2026-2");
    advisories.add(
        osv(
            "CVE-2026-3",
            "lib",
            MEDIUM,
            "{\"introduced\": \"0\"}, {\"fixed\": \"0.9.0\"}, {\"introduced\": \"0.20.0\"}, {\"fixed\": \"0.41.0\"}"));
    assertThat(item("lib").target().orElseThrow().version()).isEqualTo("0.41.0");
  }

  @Test
  void what_is_told_of_others_never_turns_the_order_of_two_round() throws Exception {
    advisories.add(osv("CVE-2026-1", "other", MEDIUM, "{\"introduced\": \"0\"}"));
    List<String> before = names();
    double score = item("other").score();
    for (int n = 0; n < 200; n++) {
      estate.add(system("more" + n));
      advisories.add(osv("CVE-2027-" + n, "more" + n, CRITICAL, "{\"introduced\": \"0\"}"));
    }
    assertThat(names()).containsSubsequence(before);
    assertThat(item("other").score()).isEqualTo(score);
  }

  private Factor factor(String name) throws Exception {
    return item(name).factors().stream()
        .filter(factor -> factor.name() == Weight.ADVISORIES)
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() throws Exception {
    return backlog().stream().map(item -> item.system().name()).toList();
  }

  private BacklogItem item(String name) throws Exception {
    return backlog().stream()
        .filter(item -> item.system().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<BacklogItem> backlog() throws Exception {
    var reading =
        EstateReader.read("estate", estate.stream().collect(Collectors.joining("\n---\n")));
    assertThat(reading.findings()).isEmpty();
    List<Advisory> taken = new ArrayList<>();
    if (!advisories.isEmpty()) {
      byte[] text = String.join("\n", advisories).getBytes(StandardCharsets.UTF_8);
      AdvisoryReader.read("a", text.length, new ByteArrayInputStream(text), taken::add);
      assertThat(taken).hasSize(advisories.size());
    }
    AdvisoryIndex index = AdvisoryIndex.of(taken);
    return Backlog.of(
        EstateMap.of(Estate.of(reading.documents())),
        ProductCatalogue.of(
            LifecycleReader.read(
                    new ByteArrayInputStream(PRODUCTS.getBytes(StandardCharsets.UTF_8)),
                    Optional.empty())
                .products(),
            List.of(new Correction("postgresql", Optional.of("postgresql"))),
            PathRules.builtIn()),
        new Exposures() {
          @Override
          public List<Hit> now(EstateSystem system) {
            return index.of(Subject.of(system)).stream()
                .filter(hit -> hit.answer() != Hit.Answer.NOT_AFFECTED)
                .toList();
          }

          @Override
          public List<Hit> at(EstateSystem system, String version) {
            return index.of(Subject.of(system).at(version));
          }
        },
        Weights.USUAL,
        LocalDate.of(2026, 11, 21));
  }
}
