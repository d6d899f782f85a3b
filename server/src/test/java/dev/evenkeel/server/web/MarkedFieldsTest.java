package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

class MarkedFieldsTest {
  private static String marked(String page) {
    TemplateEngine engine = new TemplateEngine();
    engine.setDialects(Set.of(new MarkedFields.Marking()));
    return engine.process(page, new Context());
  }

  @Test
  void the_last_field_before_a_message_points_to_it_and_others_of_its_name_do_not() {
    assertThat(
            marked(
                """
                <form><input name="why" value="a > b"><input name="why" value="1">
                <p class="wrong" data-of="why">One</p><p class="wrong" data-of="why">Two</p>
                <label><textarea rows="2" name="says" aria-invalid="true" aria-describedby="hint"></textarea></label>
                <p class="wrong" data-of="says">Three</p><p class="wrong" data-of="none">Four</p></form>
                """))
        .isEqualTo(
            """
            <form><input name="why" value="a > b"><input name="why" value="1" aria-describedby="wrong-1 wrong-2" aria-invalid="true">
            <p class="wrong" data-of="why" id="wrong-1">One</p><p class="wrong" data-of="why" id="wrong-2">Two</p>
            <label><textarea rows="2" name="says" aria-invalid="true" aria-describedby="hint wrong-3"></textarea></label>
            <p class="wrong" data-of="says" id="wrong-3">Three</p><p class="wrong" data-of="none">Four</p></form>
            """);
  }

  @Test
  void a_field_of_another_form_is_left_alone() {
    assertThat(
            marked(
                """
                <form><input name="why"></form><form><p class="wrong" data-of="why">One</p><select name="why"></select></form>
                """))
        .isEqualTo(
            """
            <form><input name="why"></form><form><p class="wrong" data-of="why">One</p><select name="why"></select></form>
            """);
  }

  @Test
  void what_is_put_into_a_form_in_place_is_tied_without_the_form() {
    assertThat(marked("<div><input name=\"why\"><p class=\"wrong\" data-of=\"why\">One</p></div>"))
        .isEqualTo(
            "<div><input name=\"why\" aria-describedby=\"wrong-1\" aria-invalid=\"true\"><p class=\"wrong\" data-of=\"why\" id=\"wrong-1\">One</p></div>");
  }

  @Test
  void a_page_without_messages_stays_as_it_is() {
    String page =
        "<!DOCTYPE html><!-- so --><input name=\"why\" value=\"$1\"><p>fine</p><form><!-- too --><input name=\"why\"> &amp;</form>";
    assertThat(marked(page)).isEqualTo(page);
  }
}
