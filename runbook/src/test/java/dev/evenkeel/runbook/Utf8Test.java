package dev.evenkeel.runbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void takes_every_character_there_is() {
    String text = "größer, 日本, 🚀\n\uFFFD";
    assertThat(Utf8.of(text.getBytes(UTF_8))).isEqualTo(new Utf8.Text(text));
  }

  @Test
  void names_the_first_byte_that_is_not_utf_8_and_its_place() {
    assertThat(Utf8.of("name: a\ntitle: größer, ü".getBytes(ISO_8859_1)))
        .isEqualTo(new Utf8.Broken(new Where(2, 10), (byte) 0xF6));
  }

  @Test
  void notices_a_character_that_is_cut_off() {
    assertThat(Utf8.of(new byte[] {'a', (byte) 0xE2, (byte) 0x82}))
        .isEqualTo(new Utf8.Broken(new Where(1, 2), (byte) 0xE2));
  }
}
