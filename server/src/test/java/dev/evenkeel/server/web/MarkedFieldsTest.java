package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedFieldsTest {
  @Test
  void the_last_field_before_a_message_points_to_it_and_others_of_its_name_do_not() {
    assertThat(
            MarkedFields.marked(
                """
                <input name="why" value="a > b"><input name="why" value="1">
                <p class="wrong" data-of="why">One</p><p class="wrong" data-of="why">Two</p>
                <label><textarea rows="2" name="says" aria-invalid="true" aria-describedby="hint"></textarea></label>
                <p class="wrong" data-of="says">Three</p><p class="wrong" data-of="none">Four</p>
                """))
        .isEqualTo(
            """
            <input name="why" value="a > b"><input aria-invalid="true" aria-describedby="wrong-1 wrong-2" name="why" value="1">
            <p id="wrong-1" class="wrong" data-of="why">One</p><p id="wrong-2" class="wrong" data-of="why">Two</p>
            <label><textarea rows="2" name="says" aria-invalid="true" aria-describedby="hint wrong-3"></textarea></label>
            <p id="wrong-3" class="wrong" data-of="says">Three</p><p class="wrong" data-of="none">Four</p>
            """);
  }

  @Test
  void a_page_without_messages_stays_as_it_is() {
    String page = "<input name=\"why\" value=\"$1\"><p>fine</p>";
    assertThat(MarkedFields.marked(page)).isEqualTo(page);
  }
}
