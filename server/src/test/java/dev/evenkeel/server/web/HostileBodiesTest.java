package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.web.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What programs hear of bodies and words that do not fit: words of people, not of Java. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodiesTest {
  private static final String[] OF_JAVA = {
    "tools.jackson", "java.", "JsonToken", "Enum", "enum", "deserialize", "Unexpected", "code 1"
  };

  @Autowired ListableBeanFactory beans;
  private ApiClient api;

  @BeforeAll
  void open() {
    api = ApiClient.of(beans, Crew.ALL_HANDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/upgrades",
        "PUT /api/lifecycle/corrections",
        "PUT /api/backlog-weights",
        "POST /api/lifecycle/feeds"
      })
  void what_is_no_json_is_said_with_its_place(String request) {
    Answer answer = sent(request, "{\"said\": nonsense");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.says())
        .contains("line 1, column", "'nonsense' is no value", "Nothing was changed.")
        .doesNotContain(OF_JAVA);
    assertThat(sent(request, "{\"AGE\": 1").says())
        .contains("it ends too early")
        .doesNotContain(OF_JAVA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "PUT /api/backlog-weights ~ {\"LUCK\": 1} ~ The body names 'LUCK', which does not fit; it must be one of support, advisories, behind, problems, age, knowledge, criticality, systems_hit",
        "PUT /api/backlog-weights ~ {\"AGE\": \"old\"} ~ ('old') of 'AGE' at line 1, column 9 does not fit; it must be a whole number",
        "PUT /api/backlog-weights ~ {\"age\": 101} ~ The weight age is 101; it must be from 0 to 100.",
        "PUT /api/backlog-weights ~ [] ~ it must be a JSON object",
        "PUT /api/lifecycle/corrections ~ {\"sayd\": \"a\"} ~ sayd: There is no such field here. Did you mean 'said'?",
        "PUT /api/lifecycle/corrections ~ {\"said\": null} ~ said: This is missing. Write the words that systems use.",
        "PUT /api/backlog-weights ~ {\"AGE\": 1.5} ~ of 'AGE' at line 1, column 9 does not fit; it must be a whole number",
        "PUT /api/backlog-weights ~ {\"AGE\": 99999999999} ~ the number there is too large",
        "PUT /api/lifecycle/corrections ~ [1] ~ The body must be a JSON object",
        "POST /api/upgrades ~ [] ~ The body must be a JSON object",
        "POST /api/upgrades ~ {\"upgradeClass\": \"BIG\"} ~ upgradeClass: 'BIG' is none of patch, minor, major, platform-swap",
        "POST /api/upgrades ~ {\"goLive\": \"soon\"} ~ goLive: 'soon' is no day. Write it as 2027-03-31.",
        "POST /api/estate/apply ~ {apiVersion: evenkeel/v1, kind: system, name: a} ~ There is no kind 'system'. Did you mean `kind: System`?",
        "POST /api/estate/apply ~ {apiVersion: evenkeel/v1, kind: System, name: a, criticality: purple} ~ red, yellow",
        "PUT /api/lifecycle/path-rules ~ {rules: [{product: a, way: EACH, says: x, source: y}]} ~ each-major",
      })
  void what_does_not_fit_is_said_with_what_would(String request, String body, String says) {
    Answer answer = sent(request, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.says())
        .contains(says)
        .contains("Nothing was changed.")
        .doesNotContain(OF_JAVA);
  }

  @Test
  void a_word_in_an_address_is_taken_as_documents_spell_it_and_otherwise_they_are_named() {
    assertThat(api.get("/api/backlog?criticality=red&size=major").status()).isEqualTo(200);
    assertThat(api.get("/api/backlog?criticality=RED&size=").status()).isEqualTo(200);
    assertThat(api.get("/api/backlog?criticality=purple").says())
        .isEqualTo("criticality: 'purple' does not fit; it must be one of red, yellow, green.");
    assertThat(api.get("/api/backlog?from=x").says())
        .isEqualTo("from: 'x' does not fit; it must be a whole number.");
    assertThat(api.get("/api/lifecycle/feeds/9").says()).doesNotContain("METHOD_NOT_ALLOWED");
    assertThat(api.get("/api/lifecycle/warnings?days=soon").says())
        .isEqualTo("days: 'soon' does not fit; it must be a whole number.");
  }

  private Answer sent(String request, String body) {
    String[] words = request.split(" ");
    return words[0].equals("PUT")
        ? api.put(words[1], body, "Content-Type", "application/json")
        : api.post(words[1], body, "Content-Type", "application/json");
  }
}
