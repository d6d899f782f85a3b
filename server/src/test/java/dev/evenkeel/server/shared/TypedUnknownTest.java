package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that were sent and nobody read. */
class TypedUnknownTest {

  private static void read(Typed typed) {
    typed.text("method");
    for (int row = 0; row < typed.rows("rows"); row++) {
      typed.text("rows[%d].name".formatted(row));
    }
    typed.text("people.amount");
    typed.passes("decidedBy");
    typed.refuseIfWrong();
  }

  @Test
  void each_is_named_with_what_was_probably_meant() {
    assertThatThrownBy(() -> read(Typed.ofJson("{\"metod\": \"saas\"}")))
        .hasMessageContaining("metod: There is no such field here. Did you mean 'method'?")
        .hasMessageContaining("Nothing was changed");
    assertThatThrownBy(
            () -> read(Typed.ofJson("{\"rows\": [{\"name\": \"a\", \"zzzzzz\": null}]}")))
        .hasMessageContaining("rows[0].zzzzzz: There is no such field here. Mend its name");
    assertThatThrownBy(() -> read(Typed.ofJson("{\"people\": 5}")))
        .hasMessageContaining("people: There is no such field");
  }

  @Test
  void what_is_empty_or_was_read_before_may_be_sent() {
    assertThatCode(() ->
            read(
                Typed.ofJson(
                    "{\"method\": null, \"rows\": [], \"people\": null, \"decidedBy\": \"a\"}")))
        .doesNotThrowAnyException();
    assertThatCode(() -> read(Typed.of(Map.of("_csrf", "x")))).doesNotThrowAnyException();
  }
}
