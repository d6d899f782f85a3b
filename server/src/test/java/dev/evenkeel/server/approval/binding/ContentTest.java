package dev.evenkeel.server.approval.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Sha256;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An approval binds what was signed: what changes of it void it, and what does not. */
@Tag("C45")
class ContentTest {
  private static final Content SIGNED =
      Content.of(
          Map.of(
              "plan.to", "11",
              "plan.title", "Shop to 11",
              "plan.downtime-minutes", "60",
              "runbook.digest", "ab",
              "window.from", "2027-03-01T00:00:00Z",
              "window.until", "2027-03-02T00:00:00Z",
              "window.planned", "2027-03-01T22:00:00Z",
              "risk.worst", "12"));

  @Test
  void the_canonical_form_is_lines_sorted_by_key_and_its_digest_is_their_sha_256() {
    Content content = Content.of(Map.of("b", "two\nlines \\ and\r", "a", "x", "c", " "));
    assertThat(content.canonical())
        .isEqualTo("evenkeel-approval 1\na=x\nb=two\\nlines \\\\ and\\r\n");
    assertThat(content.digest()).isEqualTo(Sha256.hexOf(content.canonical()));
    assertThat(Content.read(content.canonical())).isEqualTo(content);
    assertThat(Content.read(SIGNED.canonical())).isEqualTo(SIGNED);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          plan.to,              12,                   true
          plan.title,           Another name,         false
          plan.why,             Because,              false
          plan.way-back,        Restore the backup,   true
          plan.downtime-minutes, 61,                  true
          plan.downtime-minutes, 30,                  false
          runbook.digest,       cd,                   true
          runbook.name,         other,                false
          risk.worst,           13,                   true
          risk.worst,           4,                    false
          risk.high,            1,                    true
          window.planned,       2027-03-01T23:00:00Z, false
          window.planned,       2027-03-02T00:00:01Z, true
          window.planned,       2027-03-01,           false
          window.planned,       2027-03-05,           true
          """)
  void a_material_change_voids_it_and_any_other_does_not(String key, String value, boolean voids) {
    Content now = SIGNED.with(Field.of(key).orElseThrow(), value);
    List<Difference> differences = Difference.between(SIGNED, now);
    assertThat(differences).hasSize(1);
    assertThat(differences.getFirst().material()).isEqualTo(voids);
    assertThat(differences.getFirst().says())
        .contains(value.length() > 16 ? value.substring(0, 16).replace('T', ' ') : value);
  }

  @Test
  void before_the_first_run_that_ended_badly_there_were_none() {
    assertThat(new Difference(Field.TRIES, "", "1", true).says())
        .isEqualTo("Runs in production that did not end well: 1, approved was 0.");
  }

  @Test
  void what_is_as_it_was_signed_has_no_difference() {
    assertThat(Difference.between(SIGNED, SIGNED)).isEmpty();
  }
}
