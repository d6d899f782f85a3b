package dev.evenkeel.estate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** What people read when a text is no JSON. */
class JsonFaultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"a\": [1, 2             ~ column 12: it ends too early",
        "{\"a\": \"b                ~ line 1, column 9: it ends too early",
        "{a: 1}                     ~ line 1, column 2: 'a' does not fit there; look for a quote",
        "{\"a\": 1,}                ~ line 1, column 9: '}' does not fit there",
        "{\"a\" 1}                  ~ line 1, column 6: '1' does not fit there",
        "{\"a\": yes}               ~ 'yes' is no value; put texts into double quotes",
        "kind: System               ~ 'kind' is no value",
        "{\"a\": 01}                ~ line 1, column 8: what stands there does not fit",
        "{\"a\": \"\\x\"}           ~ what stands there does not fit",
        "`{\"a\": \"b\nc\"}`        ~ there is a line break or a control character",
        "<html>                     ~ line 1, column 1: '<' does not fit there",
      })
  void says_where_and_what_in_words_of_its_own(String text, String says) {
    assertThat(JsonFault.of(fault(text.getBytes(StandardCharsets.UTF_8))))
        .contains(says)
        .doesNotContainIgnoringCase("token", "code 1", "expecting", "parser", "JsonToken");
  }

  @Test
  void what_is_too_deep_or_no_utf_8_is_said() {
    assertThat(JsonFault.of(fault("[".repeat(10_000).getBytes(StandardCharsets.UTF_8))))
        .contains("it nests too deeply");
    assertThat(JsonFault.of(fault(new byte[] {'[', '"', (byte) 0xC3, '"', ']'})))
        .contains("save it as UTF-8");
  }

  private static JacksonException fault(byte[] text) {
    return catchThrowableOfType(
        JacksonException.class,
        () -> {
          try (JsonParser parser = Json.factory().createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
              parser.getString();
            }
          }
        });
  }
}
