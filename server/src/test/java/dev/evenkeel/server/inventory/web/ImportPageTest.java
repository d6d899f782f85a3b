package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of other systems as people bring them (C06). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C06")
class ImportPageTest {
  private static final String PRIMARY = "#page button.primary";

  @Autowired ListableBeanFactory beans;
  private Browser operator;
  private Browser viewer;
  private ApiClient api;

  @BeforeAll
  void open() {
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Role.VIEWER);
  }

  /** A source and systems that no other test has. */
  private static String own() {
    return "w" + UUID.randomUUID().toString().substring(0, 8);
  }

  private Page bring(String own, String text, String format) {
    Page form = operator.open("/estate/import");
    return operator.press(form.one(PRIMARY), Map.of("file", text, "format", format, "source", own));
  }

  @Test
  void the_words_quotes_and_encoding_of_a_table_are_said_on_its_page() {
    String own = own();
    Page brought =
        bring(own, "Ding;Stufe;Ort\n'%s;a';Prod;x\n%s-b;Labor;y\n".formatted(own, own), "csv");
    Page columns = operator.open(brought.leadsTo());
    Map<String, String> said =
        Map.of(
            "field.0", "name",
            "field.1", "criticality",
            "words.1", "Prod = red\n* = green",
            "quote", "'",
            "charset", "windows-1252",
            "always", "type = hardware");
    Page mapped = operator.press(columns.one(PRIMARY), said);
    assertThat(mapped.status()).as(mapped.text()).isEqualTo(302);
    assertThat(operator.open(mapped.leadsTo()).one("section[aria-labelledby=changes-title]").text())
        .contains("criticality red", "criticality green", "type hardware", own + "-a");

    Page again = operator.open(brought.leadsTo());
    assertThat(Browser.text(again.one("textarea[name='words.1']")))
        .isEqualTo("* = green\nProd = red");
    assertThat(Browser.text(again.one("textarea[name=always]"))).isEqualTo("type = hardware");
    assertThat(again.one("input[name=quote]").val()).isEqualTo("'");
    assertThat(again.one("select[name=charset] option[selected]").val()).isEqualTo("windows-1252");
    assertThat(operator.press(again.one(PRIMARY), Map.of("words.1", "Prod")).notice())
        .contains("'Prod' does not say what means what");
  }

  @Test
  void a_table_is_mapped_looked_at_applied_and_taken_back() {
    String own = own();
    Page brought =
        bring(
            own, "Ding;Version;Gekauft;Farbe\n%s-a;7;03/04/2026;<b>\n;8;;\n".formatted(own), "csv");
    assertThat(brought.status()).as(brought.text()).isEqualTo(302);
    assertThat(brought.leadsTo()).endsWith("/columns");

    Page columns = operator.open(brought.leadsTo());
    assertThat(columns.html().select(".columns .value").eachText())
        .containsExactly(own + "-a", "7", "8", "03/04/2026", "<b>");
    assertThat(columns.one("select[name='field.1'] option[selected]").val()).isEqualTo("version");
    assertThat(columns.html().select("select[name^=dates]").eachAttr("name"))
        .containsExactly("dates.2");
    assertThat(operator.press(columns.one(PRIMARY), Map.of("field.0", "version")).text())
        .contains("Two columns are to be");
    Page mapped =
        operator.press(
            columns.one(PRIMARY),
            Map.of(
                "field.0", "name",
                "field.2", "installed",
                "dates.2", "day-first",
                "field.3", "labels.farbe"));

    assertThat(mapped.status()).as(mapped.text()).isEqualTo(302);
    Page preview = operator.open(mapped.leadsTo());
    assertThat(preview.status()).as(preview.text()).isEqualTo(200);
    assertThat(preview.html().select(".figures dd:nth-of-type(1)").eachText())
        .containsExactly("2", "1", "1", "0", "0");
    assertThat(preview.one("section[aria-labelledby=changes-title]").text())
        .contains(own + "-a", "installed 2026-04-03", "<b>");
    assertThat(preview.one("section[aria-labelledby=rejected-title]").text()).contains("line 3");
    assertThat(api.get("/api/estate/systems/%s-a".formatted(own)).status()).isEqualTo(404);

    operator.press(preview.one(PRIMARY), Map.of());
    Page applied = operator.open(mapped.leadsTo());
    assertThat(applied.one("h1").text()).endsWith("applied");
    String change = applied.one(".notice.good a").attr("href");
    assertThat(api.get("/api/estate/systems/%s-a".formatted(own)).status()).isEqualTo(200);

    Page taken = operator.open(change);
    operator.press(taken.one("form[action$=revert] button"), Map.of());
    assertThat(api.get("/api/estate/systems/%s-a".formatted(own)).status()).isEqualTo(404);
    assertThat(viewer.open(mapped.leadsTo()).one("h1").text()).endsWith("taken back");
    assertThat(viewer.open("/estate/import").one("section[aria-labelledby=earlier-title]").text())
        .contains(own);
  }

  @Test
  void the_preview_warns_of_what_becomes_less_critical_than_the_facts_say() {
    String own = own();
    Page brought =
        bring(
            own,
            "name;criticality;audience\n%s-a;green;customers\n%s-b;green;\n".formatted(own, own),
            "csv");
    String one = brought.leadsTo().replace("/columns", "");
    Page preview = operator.open(one);
    assertThat(preview.one(".notice.warn").text())
        .isEqualTo("One system would be stated less critical than the facts say. Which, and why");
    assertThat(preview.one("section[aria-labelledby=lowered-title] tbody").text())
        .endsWith(", line 2 %s-a nothing green red customers work with it".formatted(own));
    assertThat(preview.html().select(".diffs a.badge").eachText())
        .containsExactly("below the facts");
    operator.press(preview.one(PRIMARY), Map.of());
    assertThat(operator.open(one).one(".notice.warn").text()).startsWith("One system was stated");
  }

  @Test
  void a_file_of_another_format_than_was_thought_is_looked_at_again() {
    String own = own();
    Page brought =
        bring(
            own, "name: %s-x\nservices:\n  web: {image: 'nginx:1.27'}\n".formatted(own), "netbox");
    Page one = operator.open(brought.leadsTo());
    assertThat(one.html().select(PRIMARY)).as("nothing to apply").isEmpty();
    assertThat(one.one(".notice.bad").text()).contains("Nothing of this file can be taken");
    operator.press(one.one("details.correct button"), Map.of("format", "compose"));
    assertThat(
            operator.open(brought.leadsTo()).one("section[aria-labelledby=changes-title]").text())
        .contains("nginx");
  }

  @Test
  void what_is_of_no_known_format_is_said_on_the_page() {
    Page page = bring(own(), "Dear diary", "");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.notice()).contains("Say which it is");
    Page none = bring(own(), "", "csv");
    assertThat(none.notice()).contains("No file was chosen");
  }

  @Test
  void a_file_that_is_discarded_stays_in_the_list_without_being_applied() {
    String own = own();
    Page brought = bring(own, "name\n%s-a\n".formatted(own), "csv");
    Page one = operator.open(brought.leadsTo().replace("/columns", ""));
    operator.press(one.one("form[action$=discard] button"), Map.of());
    assertThat(viewer.open(brought.leadsTo().replace("/columns", "")).one("h1").text())
        .endsWith("discarded");
  }

  @Test
  void viewers_see_imports_and_bring_none() {
    assertThat(viewer.open("/estate/import").html().select("input[type=file]")).isEmpty();
    Page form = operator.open("/estate/import");
    assertThat(
            viewer.press(form.one(PRIMARY), Map.of("file", "name\nx\n", "format", "csv")).status())
        .isEqualTo(403);
    assertThat(viewer.open("/estate").html().select("a[href='/estate/import']")).isNotEmpty();
  }
}
